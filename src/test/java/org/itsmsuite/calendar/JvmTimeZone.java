package org.itsmsuite.calendar;

import java.util.TimeZone;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets a test run in another default zone; the JVM's own comes back afterwards. */
final class JvmTimeZone implements BeforeEachCallback, AfterEachCallback {

  private TimeZone before;

  void set(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    before = TimeZone.getDefault();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TimeZone.setDefault(before);
  }
}
