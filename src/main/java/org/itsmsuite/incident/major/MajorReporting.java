package org.itsmsuite.incident.major;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.notification.Reach;

/** Report and review of a major incident, which nobody can skip. Called by the process only. */
public class MajorReporting {

  private final MajorCases cases;
  private final MajorDeadlines deadlines;
  private final MajorNews news;
  private final CurrentUser user;
  private final Clock time;

  public MajorReporting(
      MajorCases cases, MajorDeadlines deadlines, MajorNews news, CurrentUser user, Clock time) {
    this.cases = cases;
    this.deadlines = deadlines;
    this.news = news;
    this.user = user;
    this.time = time;
  }

  public void report(
      String number, String course, String cause, String effect, String done, String lessons) {
    MajorIncident major = cases.standing(number);
    Instant now = time.instant();
    cases.keep(
        major,
        major.reported(
            new MajorReport(course, cause, effect, done, lessons, user.actor().id(), now),
            deadlines.reviewDue(major, now)));
  }

  /**
   * @param improvements what is to become better, or null
   */
  public void review(
      String number,
      String participants,
      String findings,
      String improvements,
      boolean problemWanted,
      String whyNoProblem) {
    MajorIncident major = cases.standing(number);
    cases.keep(
        major,
        major.reviewed(
            new MajorReview(
                participants,
                findings,
                improvements,
                problemWanted,
                whyNoProblem,
                user.actor().id(),
                time.instant())));
  }

  /** Acts on every rule about the overdue report or review whose time has come. */
  public void remind(String number) {
    Incident incident = cases.incident(number);
    MajorIncident major = cases.standing(number);
    Awaited what = MajorDeadlines.awaited(major).orElse(null);
    List<MajorDeadlines.Reminder> open = deadlines.open(major, incident.run().bundle());
    for (MajorDeadlines.Reminder reminder : open) {
      if (reminder.at().isAfter(time.instant())) {
        break;
      }
      news.involve(incident, reminder.role());
      Reach told =
          news.tell(
              incident,
              major,
              "major-incident-" + what.label() + "-overdue",
              major.nextReminder(what),
              Set.of("group:" + reminder.role()),
              null,
              major.aftermath().dueOf(what));
      cases.keep(major, major.reminded(what, told));
    }
  }

  /** When somebody is told next, strictly later than {@code now}; far away if nobody is. */
  public Instant nextReminder(String number, Instant now) {
    return cases
        .going(number)
        .map(major -> deadlines.next(major, cases.incident(number).run().bundle(), now))
        .orElse(MajorDeadlines.NEVER);
  }

  /** Whether the review that was just done asks for something to become better. */
  public boolean hasImprovements(String number) {
    return cases
        .store()
        .latest(number)
        .map(major -> major.aftermath().review())
        .map(MajorReview::improvements)
        .isPresent();
  }
}
