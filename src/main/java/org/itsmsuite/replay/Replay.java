package org.itsmsuite.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.itsmsuite.identity.SupportGroups;

/** Plays a recorded incident log through models, and tells what the process made of it. */
public final class Replay {

  /** Opens a desk that works by the content's models and tables. */
  @FunctionalInterface
  public interface Desks {
    Desk open(ContentSource content, SupportGroups groups, Catalogue catalogue);
  }

  private final ContentSource content;
  private final Desks desks;
  private final Progress progress;

  /**
   * @param content models, tables, forms, configuration and the replay's mapping
   */
  public Replay(ContentSource content, Desks desks, Progress progress) {
    this.content = content;
    this.desks = desks;
    this.progress = progress;
  }

  /**
   * Plays the log and writes the report.
   *
   * @param report null for none
   * @throws ContentException if the log, the mapping or a model cannot be used at all
   */
  public Summary run(Path log, Path report) {
    if (report == null) {
      return play(log, incident -> {}, line -> {});
    }
    try (var file = new ReportFile(report)) {
      Summary summary = play(log, file::add, file::add);
      file.finish(summary);
      return summary;
    }
  }

  /** What {@link #run(Path, Path)} writes, for short logs. */
  public Played run(Path log) {
    List<PlayedIncident> incidents = new ArrayList<>();
    List<Unmapped> unmapped = new ArrayList<>();
    Summary summary = play(log, incidents::add, unmapped::add);
    return new Played(summary, incidents, unmapped);
  }

  /** A whole report. */
  public record Played(Summary summary, List<PlayedIncident> incidents, List<Unmapped> unmapped) {}

  private Summary play(Path log, Consumer<PlayedIncident> incidents, Consumer<Unmapped> unmapped) {
    var groups = new ReplayGroups(new ConfiguredSupportGroups(content));
    var catalogue = new ConfiguredCatalogue(content, groups);
    Mapping mapping = MappingFile.read(content, catalogue, groups);
    var count = new Summary.Counter();
    var lines = new long[1];
    var recorded =
        new RecordedLog(
            log,
            mapping,
            line -> {
              lines[0]++;
              unmapped.accept(line);
            });
    long events = recorded.mapped();
    progress.begins(recorded.incidents());
    long started;
    try (Desk desk = desks.open(content, groups, catalogue)) {
      started = System.nanoTime();
      var cases = new CaseReplay(desk, mapping, groups);
      recorded.forEach(
          rows -> {
            PlayedIncident played = cases.play(rows);
            count.add(played);
            incidents.accept(played);
            progress.played();
          });
    }
    double seconds = Math.round((System.nanoTime() - started) / 1e6) / 1e3;
    return count.summary(events, seconds, lines[0]);
  }
}
