package org.itsmsuite.change.vote.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.itsmsuite.change.vote.Ballot;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Presence;
import org.itsmsuite.change.vote.Proceeding;
import org.itsmsuite.change.vote.Sitting;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.springframework.stereotype.Component;

/** How ballots and minutes are said. */
@Component
class CabWords {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm '('VV')'", Locale.ROOT);

  private final PageWords words;

  CabWords(PageWords words) {
    this.words = words;
  }

  static String board(String group) {
    return Groups.all().getOrDefault(group, group);
  }

  /** Such as <em>b, recorded by the chair</em>, or <em>d for b</em>. */
  static String who(String voter, Ballot.How how, String castBy) {
    if (how == Ballot.How.DEPUTY) {
      return castBy + " for " + voter;
    }
    return how == Ballot.How.CHAIR ? voter + ", recorded by the chair" : voter;
  }

  static String choice(Choice choice) {
    return Labels.of(choice);
  }

  private String time(ZonedDateTime at) {
    return MINUTE.format(at);
  }

  /** The minutes, line by line. */
  String minutes(Sitting sitting, Map<String, Presence> attendance, List<Proceeding> proceedings) {
    List<String> lines = new ArrayList<>();
    lines.add("Minutes: " + board(sitting.board()));
    lines.add("Opened: " + time(words.time(sitting.openedAt())) + " by " + sitting.openedBy());
    lines.add(
        sitting.isOpen()
            ? "Still open"
            : "Closed: " + time(words.time(sitting.closedAt())) + " by " + sitting.closedBy());
    lines.add("");
    lines.add("Attendance");
    if (attendance.isEmpty()) {
      lines.add("- nobody was noted");
    }
    attendance.forEach((account, how) -> lines.add("- " + account + ": " + Labels.of(how)));
    lines.add("");
    if (proceedings.isEmpty()) {
      lines.add("No change was voted on.");
    }
    for (Proceeding one : proceedings) {
      add(lines, one);
    }
    if (sitting.remarks() != null) {
      lines.add("Remarks");
      lines.add(indented(sitting.remarks()));
      lines.add("");
    }
    return String.join("\n", lines) + "\n";
  }

  private void add(List<String> lines, Proceeding one) {
    lines.add(one.change() + " " + one.title());
    if (one.said() != null) {
      lines.add(indented(one.said()));
    }
    for (Ballot ballot : one.ballots()) {
      lines.add(
          "- "
              + who(ballot.voter(), ballot.how(), ballot.castBy())
              + ": "
              + choice(ballot.choice())
              + (ballot.reason() == null ? "" : ", " + ballot.reason().replace('\n', ' ')));
    }
    if (one.endedAt() != null) {
      lines.add(
          "  Vote ended "
              + time(words.time(one.endedAt()))
              + ": "
              + (one.result() == null ? "without a result" : Labels.of(one.result())));
    }
    lines.add("");
  }

  private static String indented(String text) {
    return "  " + text.replace("\n", "\n  ");
  }
}
