package org.itsmsuite.security.process;

import java.time.Instant;
import java.util.regex.Pattern;
import org.itsmsuite.engine.TimerDates;
import org.itsmsuite.security.SecurityDeadlines;
import org.itsmsuite.security.Stage;
import org.springframework.stereotype.Component;

/** The next date of the timers that watch over deadlines, such as {@code SEC-000001/notify}. */
@Component
public class SecurityTimerDates implements TimerDates {

  private static final Pattern VALUE = Pattern.compile("SEC-[0-9]+/(assess|contain|notify|review)");

  private final SecurityDeadlines deadlines;

  public SecurityTimerDates(SecurityDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  @Override
  public boolean handles(String value) {
    return VALUE.matcher(value).matches();
  }

  @Override
  public Instant nextAfter(String value, Instant now) {
    int slash = value.indexOf('/');
    return deadlines.nextAfter(
        value.substring(0, slash), Stage.of(value.substring(slash + 1)), now);
  }
}
