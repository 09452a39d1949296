package org.itsmsuite.change.schedule.web;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.change.schedule.Freeze;
import org.itsmsuite.change.schedule.FreezeStore.FreezePage;
import org.itsmsuite.change.schedule.Freezes;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.RefusedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Freezes for people, and the report of what was allowed in each. */
@Controller
@RequestMapping("/changes/freezes")
class FreezePages {

  private static final int SIZE = 50;

  private final Freezes freezes;
  private final Catalogue catalogue;
  private final ChangeAccess access;
  private final PageWords words;
  private final Clock time;

  FreezePages(
      Freezes freezes, Catalogue catalogue, ChangeAccess access, PageWords words, Clock time) {
    this.freezes = freezes;
    this.catalogue = catalogue;
    this.access = access;
    this.words = words;
    this.time = time;
  }

  record Choice(String id, String name, boolean chosen) {}

  record Row(
      String id,
      String name,
      String scope,
      ZonedDateTime from,
      ZonedDateTime to,
      String state,
      String stateText) {}

  record AllowedRow(
      String number,
      String title,
      String status,
      String emergency,
      String by,
      String why,
      ZonedDateTime at) {}

  record InTheWayRow(String number, String title, ZonedDateTime from, ZonedDateTime to) {}

  @GetMapping
  String list(@RequestParam(defaultValue = "0") int page, Model model) {
    return list(page, new FreezeRequest(null, null, null, null, List.of(), false), Map.of(), model);
  }

  @PostMapping
  String announce(
      @RequestParam(required = false) String name,
      @RequestParam(required = false) String why,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) List<String> services,
      @RequestParam(defaultValue = "false") boolean everything,
      Model model,
      RedirectAttributes flash) {
    var form =
        new FreezeRequest(name, why, from, to, services == null ? List.of() : services, everything);
    try {
      Freeze freeze = freezes.announce(form.checked(words.zone()));
      flash.addFlashAttribute("message", "The freeze is announced.");
      return "redirect:/changes/freezes/" + freeze.id();
    } catch (Refusal refusal) {
      Map<String, String> errors = new LinkedHashMap<>();
      refusal.offences().forEach(offence -> errors.putIfAbsent(offence.field(), offence.detail()));
      if (errors.isEmpty()) {
        model.addAttribute("refusal", Map.of("key", refusal.key(), "detail", refusal.getMessage()));
      }
      return list(0, form, errors, model);
    }
  }

  private String list(int page, FreezeRequest form, Map<String, String> errors, Model model) {
    int shown = Math.max(0, Math.min(page, 100_000));
    FreezePage found = freezes.page(shown, SIZE);
    model.addAttribute("freezes", found.freezes().stream().map(this::row).toList());
    model.addAttribute("total", found.total());
    model.addAttribute("page", shown);
    model.addAttribute("more", (shown + 1L) * SIZE < found.total());
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("mayAnnounce", access.may("change.freeze"));
    model.addAttribute(
        "services",
        catalogue.services().stream()
            .map(one -> new Choice(one.id(), one.name(), form.services().contains(one.id())))
            .toList());
    model.addAttribute("zone", words.zone().getId());
    return "change/freezes";
  }

  private Row row(Freeze one) {
    String state = state(one);
    return new Row(
        one.id().toString(),
        one.name(),
        scope(one),
        words.time(one.window().from()),
        words.time(one.window().to()),
        state,
        Labels.of(state));
  }

  private String state(Freeze one) {
    if (one.isCancelled()) {
      return "CANCELLED";
    }
    if (!one.window().to().isAfter(time.instant())) {
      return "OVER";
    }
    return one.window().from().isAfter(time.instant()) ? "AHEAD" : "HOLDS";
  }

  private String scope(Freeze one) {
    return one.isGlobal()
        ? "Everything"
        : String.join(", ", one.services().stream().map(words::service).toList());
  }

  @GetMapping("/{freeze}")
  String show(@PathVariable UUID freeze, Model model) {
    Freeze found = freezes.find(freeze);
    Freezes.Report report = freezes.report(found);
    String state = state(found);
    model.addAttribute("freeze", row(found));
    model.addAttribute("why", found.why());
    model.addAttribute("announcedBy", found.announcedBy());
    model.addAttribute("announcedAt", words.time(found.announcedAt()));
    model.addAttribute("cancelledBy", found.cancelledBy());
    model.addAttribute("cancelledAt", words.time(found.cancelledAt()));
    model.addAttribute("cancelledWhy", found.cancelledWhy());
    model.addAttribute(
        "mayCancel",
        access.may("change.freeze") && (state.equals("AHEAD") || state.equals("HOLDS")));
    model.addAttribute("allowed", report.allowed().stream().map(this::row).toList());
    model.addAttribute(
        "inTheWay",
        report.inTheWay().stream()
            .map(
                one ->
                    new InTheWayRow(
                        one.number(),
                        one.title(),
                        words.time(one.window().from()),
                        words.time(one.window().to())))
            .toList());
    model.addAttribute("zone", words.zone().getId());
    return "change/freeze";
  }

  private AllowedRow row(Freezes.Allowed one) {
    return new AllowedRow(
        one.change().number(),
        one.change().title(),
        Labels.of(one.change().status()),
        one.change().rfc().emergencyReason(),
        one.leave().by(),
        one.leave().why(),
        words.time(one.leave().at()));
  }

  @PostMapping("/{freeze}/cancel")
  String cancel(
      @PathVariable UUID freeze,
      @RequestParam(required = false) String why,
      RedirectAttributes flash) {
    try {
      freezes.cancel(freeze, FreezeRequest.why(why));
      flash.addFlashAttribute("message", "The freeze is cancelled.");
    } catch (Refusal refusal) {
      RefusedForm.tellNext(flash, refusal);
    }
    return "redirect:/changes/freezes/" + freeze;
  }
}
