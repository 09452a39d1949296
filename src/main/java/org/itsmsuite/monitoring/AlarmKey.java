package org.itsmsuite.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two events the same alarm, short enough for an index. */
final class AlarmKey {

  private AlarmKey() {}

  /** SHA-256 over source, service, configuration item and title, in hexadecimal. */
  static String of(MonitoringEvent event) {
    // None of the four holds a line feed, so no two alarms are the same text.
    var text =
        String.join(
            "\n",
            event.source(),
            event.service(),
            event.configurationItem() == null ? "" : event.configurationItem(),
            event.title());
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
