package org.itsmsuite.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.itsmsuite.content.ClassPathContent;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.replay.ModelsFolder;
import org.itsmsuite.replay.Replay;
import org.itsmsuite.replay.Summary;
import org.itsmsuite.replay.process.InMemoryDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Plays a recorded incident log through the models on virtual time, in memory.")
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--log",
      required = true,
      paramLabel = "FILE.csv",
      description = "The recorded log, CSV in UTF-8; config/replay/mapping.yaml names its columns.")
  private Path log;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "A folder with processes/ forms/ config/; otherwise those of the suite.")
  private Path models;

  @Option(names = "--report", paramLabel = "FILE.json", description = "Where to write the report.")
  private Path report;

  @Override
  public Integer call() {
    ContentSource shipped = new ClassPathContent();
    ContentSource content =
        models == null ? shipped : new ModelsFolder(new FolderContent(models), shipped);
    Summary summary;
    try (var progress = new TerminalProgress()) {
      summary = new Replay(content, InMemoryDesk::forReplay, progress).run(log, report);
    }
    print(summary, spec.commandLine().getOut());
    return summary.hasFindings() ? Commands.FINDINGS : Commands.FINE;
  }

  private void print(Summary summary, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%,d incidents, %,d entries in %.1f s (%,.0f incidents a second)%n",
        summary.incidents(),
        summary.events(),
        summary.wallSeconds(),
        summary.incidents() / Math.max(0.001, summary.wallSeconds()));
    promises(out, "Response", summary.response());
    promises(out, "Resolution", summary.resolution());
    if (summary.priorityAgreement() != null) {
      out.printf(
          Locale.ROOT, "Priority as recorded   %.1f %%%n", 100 * summary.priorityAgreement());
    }
    count(out, summary.notComparable(), "incidents not comparable: the models lack a step");
    count(out, summary.unmapped(), "lines not mapped");
    count(out, summary.adjusted(), "entries played otherwise than they stand");
    if (report != null) {
      out.println("Report                 " + report);
    } else if (summary.hasFindings() || summary.adjusted() > 0) {
      out.println("Details                with --report FILE.json");
    }
  }

  private static void promises(PrintWriter out, String what, Summary.Promises kept) {
    out.printf(Locale.ROOT, "%-22s %,d met, %,d breached%n", what, kept.met(), kept.breached());
  }

  private static void count(PrintWriter out, long number, String what) {
    if (number > 0) {
      out.printf(Locale.ROOT, "Note                   %,d %s%n", number, what);
    }
  }
}
