package org.itsmsuite.incident.major.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.itsmsuite.incident.major.Aftermath;
import org.itsmsuite.incident.major.Declaration;
import org.itsmsuite.incident.major.MajorIncident;
import org.itsmsuite.incident.major.MajorIncident.Stage;
import org.itsmsuite.incident.major.MajorReport;
import org.itsmsuite.incident.major.MajorReview;
import org.itsmsuite.incident.major.Majors;
import org.itsmsuite.incident.major.TechnicalTask;
import org.itsmsuite.incident.major.Withdrawal;
import org.itsmsuite.incident.major.Word;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.Clocks;
import org.springframework.stereotype.Component;

/** The major incident on the page of its incident. */
@Component
class MajorPanel implements RecordPanels {

  private static final int ORDER = 5;

  private final Majors majors;
  private final Clocks clocks;
  private final Told told;
  private final PageWords words;
  private final Clock time;

  MajorPanel(Majors majors, Clocks clocks, Told told, PageWords words, Clock time) {
    this.majors = majors;
    this.clocks = clocks;
    this.told = told;
    this.words = words;
    this.time = time;
  }

  /**
   * What the template shows.
   *
   * @param next when the next word, the report or the review is due; null if nothing is
   * @param inside what is not for the requester; null for those outside
   */
  record Data(
      String stage,
      boolean goesOn,
      ZonedDateTime since,
      String manager,
      WordRow word,
      Due next,
      Inside inside) {}

  record WordRow(ZonedDateTime at, String text) {}

  record Due(String what, ZonedDateTime at, boolean late) {}

  record Inside(
      Declared declared,
      List<TaskRow> technicalTasks,
      List<OpenRow> open,
      List<Told.Row> told,
      Report report,
      Review review,
      Withdrawn withdrawn) {}

  record Declared(String by, String reason, String agreedWith, String agreedOn) {}

  record TaskRow(
      int position, String group, String text, String outcome, String result, ZonedDateTime at) {}

  record OpenRow(String name, String assignee, String href) {}

  record Report(
      String course,
      String cause,
      String effect,
      String done,
      String lessons,
      String by,
      ZonedDateTime at) {}

  record Review(
      String participants,
      String findings,
      String improvements,
      String problem,
      String by,
      ZonedDateTime at) {}

  record Withdrawn(ZonedDateTime at, String by, String reason) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    return majors
        .latest(record.number())
        .filter(major -> internal || major.stage() != Stage.WITHDRAWN)
        .map(major -> new RecordPanel(ORDER, true, "incident/major-panel", data(major, internal)))
        .stream()
        .toList();
  }

  private Data data(MajorIncident major, boolean internal) {
    Word word = major.lead().word();
    return new Data(
        StageWords.of(major.stage()),
        major.goesOn(),
        words.time(major.declaration().at()),
        internal ? major.lead().manager() : null,
        word == null ? null : new WordRow(words.time(word.at()), word.text()),
        due(major, internal),
        internal ? inside(major) : null);
  }

  private Due due(MajorIncident major, boolean internal) {
    Aftermath after = major.aftermath();
    return switch (major.stage()) {
      case LED ->
          clocks
              .due(major.record(), ClockKind.UPDATE)
              .map(at -> due("Next update", at))
              .orElse(null);
      case ENDED -> internal ? due("Report", after.reportDueAt()) : null;
      case REPORTED -> internal ? due("Review", after.reviewDueAt()) : null;
      default -> null;
    };
  }

  private Due due(String what, Instant at) {
    return new Due(what, words.time(at), time.instant().isAfter(at));
  }

  private Inside inside(MajorIncident major) {
    return new Inside(
        declared(major.declaration()),
        majors.technicalTasks(major).stream().map(this::row).toList(),
        majors.openTasks(major).stream()
            .map(
                task ->
                    new OpenRow(
                        task.name(),
                        task.assignee(),
                        "/camunda/app/tasklist/default/#/?task=" + task.id()))
            .toList(),
        told.of(major),
        report(major.aftermath().report()),
        review(major.aftermath().review()),
        withdrawn(major.withdrawal()));
  }

  private Declared declared(Declaration declaration) {
    return new Declared(
        declaredBy(declaration),
        declaration.reason(),
        words.customer(declaration.agreedWith()),
        Objects.toString(declaration.agreedOn(), null));
  }

  private static String declaredBy(Declaration declaration) {
    return switch (declaration.how()) {
      case CRITERIA -> "the agreed criteria";
      case PERSON -> declaration.by();
      case REOPENED -> "opening it again after its review";
    };
  }

  private TaskRow row(TechnicalTask task) {
    return new TaskRow(
        task.position(),
        words.group(task.group()),
        task.text(),
        task.isOpen() ? "Open" : Labels.of(task.outcome()),
        task.result(),
        words.time(task.isOpen() ? task.givenAt() : task.endedAt()));
  }

  private Report report(MajorReport report) {
    return report == null
        ? null
        : new Report(
            report.course(),
            report.cause(),
            report.effect(),
            report.done(),
            report.lessons(),
            report.by(),
            words.time(report.at()));
  }

  private Review review(MajorReview review) {
    return review == null
        ? null
        : new Review(
            review.participants(),
            review.findings(),
            review.improvements(),
            review.problemWanted()
                ? "To be opened"
                : "Not to be opened: " + String.valueOf(review.whyNoProblem()),
            review.by(),
            words.time(review.at()));
  }

  private Withdrawn withdrawn(Withdrawal withdrawal) {
    return withdrawal == null
        ? null
        : new Withdrawn(words.time(withdrawal.at()), withdrawal.by(), withdrawal.reason());
  }
}
