package org.itsmsuite.replay;

/** Hears how far a replay is. */
public interface Progress {

  /** Tells nobody. */
  Progress SILENT =
      new Progress() {
        @Override
        public void begins(long incidents) {}

        @Override
        public void played() {}
      };

  void begins(long incidents);

  /** One more incident is done. */
  void played();
}
