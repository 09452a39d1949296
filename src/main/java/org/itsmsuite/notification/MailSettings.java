package org.itsmsuite.notification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings below {@code itsm.mail}; the mail server itself is set by {@code spring.mail.*}.
 *
 * @param enabled whether mail leaves the suite; else messages are shown in the outbox only
 * @param from the sender; its domain ends every Message-ID
 * @param attempts after so many a message is given up
 * @param firstRetry wait after the first failure; doubles with each further one
 * @param longestRetry the wait grows no longer than this
 * @param claim a message taken for sending is free for other nodes after this time; longer than the
 *     mail server's time-outs together (20 s each unless set)
 * @param sweep how often due messages are looked for
 * @param threads how many messages are sent at once
 * @param queue how many wait in memory; what does not fit is sent by the next sweep
 * @param people of a group without a mailbox one message goes to so many at most
 */
@Validated
@ConfigurationProperties("itsm.mail")
public record MailSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("ITSM Process Suite <no-reply@localhost>") @NotBlank String from,
    @DefaultValue("8") @Min(1) @Max(100) int attempts,
    @DefaultValue("PT1M") Duration firstRetry,
    @DefaultValue("PT6H") Duration longestRetry,
    @DefaultValue("PT10M") Duration claim,
    @DefaultValue("PT30S") Duration sweep,
    @DefaultValue("2") @Min(1) @Max(50) int threads,
    @DefaultValue("500") @Min(1) @Max(100_000) int queue,
    @DefaultValue("50") @Min(1) @Max(1_000) int people) {

  public MailSettings {
    positive("first-retry", firstRetry);
    positive("longest-retry", longestRetry);
    positive("claim", claim);
    positive("sweep", sweep);
  }

  private static void positive(String key, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("itsm.mail." + key + " must be longer than zero.");
    }
  }

  /**
   * @param attempt the one that failed, from 1
   * @return how long to wait, or null to give up
   */
  Duration waitAfter(int attempt) {
    if (attempt >= attempts) {
      return null;
    }
    var wait = firstRetry;
    for (int doubled = 1; doubled < attempt && wait.compareTo(longestRetry) < 0; doubled++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
  }
}
