package org.itsmsuite.ledger.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.LedgerExtent;
import org.itsmsuite.ledger.LedgerPage;
import org.itsmsuite.ledger.LedgerQuery;
import org.itsmsuite.ledger.LedgerSearch;
import org.itsmsuite.ledger.LedgerVerification;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.ReportNotes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, and the proof that nobody rewrote it. */
@RestController
@RequestMapping("/api/ledger")
class LedgerController {

  private static final int MOST_ON_A_PAGE = 200;
  private static final int LAST_PAGE = 1_000_000;
  private static final int LONGEST_NAME = 300;

  /** What every database of ours can hold and compare. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final LedgerSearch ledger;
  private final LedgerVerification verification;
  private final LedgerExtent extent;
  private final CurrentUser user;
  private final Restrictions restrictions;
  private final List<ReportNotes> notes;

  LedgerController(
      LedgerSearch ledger,
      LedgerVerification verification,
      LedgerExtent extent,
      CurrentUser user,
      Restrictions restrictions,
      List<ReportNotes> notes) {
    this.ledger = ledger;
    this.verification = verification;
    this.extent = extent;
    this.user = user;
    this.restrictions = restrictions;
    this.notes = List.copyOf(notes);
  }

  @GetMapping
  LedgerPage find(
      @RequestParam(required = false) String record,
      @RequestParam(required = false) String actor,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(defaultValue = "0") String page,
      @RequestParam(defaultValue = "50") String size) {
    return ledger.find(
        user.actor(),
        new LedgerQuery(
            name("record", record),
            name("actor", actor),
            instant("from", from),
            instant("to", to),
            number("page", page, 0, LAST_PAGE),
            number("size", size, 1, MOST_ON_A_PAGE)));
  }

  /**
   * The whole ledger is verified for everybody. Whoever may not know of all of it hears how much
   * there is of what they may know of, and no name of a record beside that.
   */
  @GetMapping("/verification")
  Verified verify() {
    var reader = user.actor();
    var result = verification.verify();
    if (!restrictions.knowsAll(reader)) {
      result = result.within(extent.of(reader));
    }
    return Verified.of(
        result.misfit() == null || restrictions.mayKnow(reader, result.misfit().record())
            ? result
            : result.withoutRecord(),
        notes.stream().flatMap(one -> one.now().stream()).toList());
  }

  /**
   * What came of it.
   *
   * @param notes what has to be known beside it, such as exceptions that are in force
   */
  record Verified(
      boolean intact,
      long records,
      long entries,
      long erasedValues,
      LedgerVerification.Misfit misfit,
      List<String> notes) {

    private static Verified of(LedgerVerification.Result result, List<String> notes) {
      return new Verified(
          result.intact(),
          result.records(),
          result.entries(),
          result.erasedValues(),
          result.misfit(),
          notes);
    }
  }

  private static String name(String field, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid(
          "ledger.unknown-name",
          field,
          "A " + field + " has at most " + LONGEST_NAME + " characters, none of them invisible.");
    }
    return text.strip();
  }

  private static Instant instant(String field, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      var instant = OffsetDateTime.parse(text.strip()).toInstant();
      if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
        return instant.truncatedTo(ChronoUnit.MICROS);
      }
    } catch (DateTimeException unreadable) {
      // told below, like a time that lies too far away
    }
    throw Refusal.invalid(
        "ledger.unreadable-time",
        field,
        "A time is written like 2026-04-27T09:00:00Z, in the years 1 to 9999.");
  }

  private static int number(String field, String text, int least, int most) {
    try {
      var number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException unreadable) {
      // told below, like a number out of range
    }
    throw Refusal.invalid(
        "ledger.bad-page", field, field + " is a whole number from " + least + " to " + most + ".");
  }
}
