package org.itsmsuite.engine.setup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set about the engine, under {@code itsm.engine}.
 *
 * @param history level of the engine's history; the ledger does not depend on it
 * @param cleanupFrom start of the daily window in which old history is deleted, such as {@code
 *     01:00}; empty for never
 * @param cleanupTo its end
 * @param maxResults most rows a person's query of the engine may ask for. A limit also refuses
 *     queries that name none, which scripts and Camunda's own pages send; so there is none unless
 *     it is set
 * @param retries pauses between the attempts of a failed job, separated by commas
 * @param frugal whether the engine is spared questions whose answer is known; off, it runs as it
 *     comes, and logs every job
 */
@ConfigurationProperties("itsm.engine")
public record EngineSettings(
    @DefaultValue("full") String history,
    @DefaultValue("01:00") String cleanupFrom,
    @DefaultValue("05:00") String cleanupTo,
    @DefaultValue("2147483647") int maxResults,
    @DefaultValue("PT10S,PT1M,PT10M,PT1H") String retries,
    @DefaultValue("true") boolean frugal) {

  /** For process tests: all history, nothing deleted in the background. */
  public static EngineSettings forTests() {
    return new EngineSettings("full", "", "", Integer.MAX_VALUE, "PT10S,PT1M,PT10M,PT1H", true);
  }

  /** For the replay: no history at all. */
  public static EngineSettings forReplay() {
    return new EngineSettings("none", "", "", Integer.MAX_VALUE, "PT10S,PT1M,PT10M,PT1H", true);
  }
}
