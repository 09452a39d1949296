package org.itsmsuite.incident.web;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.Clocks;
import org.itsmsuite.sla.Explanation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Why a clock is due when it is. */
@Controller
class ClockExplanationPage {

  private final Clocks clocks;
  private final IncidentAccess access;
  private final IncidentWords words;
  private final AgreementWords agreements;

  ClockExplanationPage(
      Clocks clocks, IncidentAccess access, IncidentWords words, AgreementWords agreements) {
    this.clocks = clocks;
    this.access = access;
    this.words = words;
    this.agreements = agreements;
  }

  record Span(ZonedDateTime from, ZonedDateTime to) {}

  record PauseRow(ZonedDateTime from, ZonedDateTime to, String reason, boolean counted) {}

  record Version(String name, String version) {}

  @GetMapping("/incidents/{number}/clocks/{kind}")
  String explanation(@PathVariable String number, @PathVariable String kind, Model model) {
    access.visible(number);
    Explanation why =
        Arrays.stream(ClockKind.values())
            .filter(one -> one.id().equals(kind))
            .findFirst()
            .flatMap(one -> clocks.explain(number, one))
            .orElseThrow(
                () -> Refusal.notFound("sla.no-such-clock", "This record has no such clock."));
    model.addAttribute("number", number);
    model.addAttribute("clock", words.clock(number, why.clock()));
    model.addAttribute("agreement", agreements.of(why.clock()));
    model.addAttribute("periodic", why.clock().periodic());
    model.addAttribute("mayReadAgreements", access.may("agreement.read"));
    model.addAttribute(
        "windows",
        why.windows().stream()
            .map(one -> new Span(words.time(one.from()), words.time(one.to())))
            .toList());
    model.addAttribute(
        "pauses",
        why.pauses().stream()
            .map(
                one ->
                    new PauseRow(
                        words.time(one.from()),
                        words.time(one.to()),
                        Labels.of(one.reason()),
                        one.counted()))
            .toList());
    model.addAttribute(
        "versions",
        List.of(
            new Version(
                "Calendar " + why.clock().calendar(), "version " + why.clock().calendarVersion()),
            new Version("Release of targets and escalation", why.bundle()),
            new Version("Due instant", due(why))));
    return "incident/explanation";
  }

  private static String due(Explanation why) {
    return why.clock().kind() == ClockKind.UPDATE
        ? "word given %d times in time, %d times too late".formatted(why.kept(), why.missed())
        : "moved " + (why.generation() - 1) + " times";
  }
}
