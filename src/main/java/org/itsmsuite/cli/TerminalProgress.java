package org.itsmsuite.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.itsmsuite.replay.Progress;

/** A bar on standard error, where a person looks at a terminal; short replays need none. */
final class TerminalProgress implements Progress, AutoCloseable {

  private static final long SHORT = 200;
  private static final int WIDTH = 100;

  private ProgressBar bar;

  @Override
  public void begins(long incidents) {
    if (incidents > SHORT && System.console() != null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Replay")
              .setInitialMax(incidents)
              .setUnit(" incidents", 1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(500)
              .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
              .showSpeed()
              .build();
    }
  }

  @Override
  public void played() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
