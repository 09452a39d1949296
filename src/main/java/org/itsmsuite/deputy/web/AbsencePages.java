package org.itsmsuite.deputy.web;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.deputy.Absence;
import org.itsmsuite.deputy.AbsencePage;
import org.itsmsuite.deputy.AbsenceRights;
import org.itsmsuite.deputy.Absences;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.IdempotencyKeys;
import org.itsmsuite.web.RefusedForm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is away, and who stands in. */
@Controller
@RequestMapping("/absence")
class AbsencePages {

  private static final int SIZE = 50;

  private final Absences absences;
  private final AbsenceRights rights;
  private final Access access;
  private final IdempotencyKeys keys;
  private final ZoneId zone;

  AbsencePages(
      Absences absences,
      AbsenceRights rights,
      Access access,
      IdempotencyKeys keys,
      @Value("${itsm.time-zone}") ZoneId zone) {
    this.absences = absences;
    this.rights = rights;
    this.access = access;
    this.keys = keys;
    this.zone = zone;
  }

  record GroupChoice(String id, String name) {}

  record Row(Absence absence, String group, boolean changeable, String reason) {}

  @GetMapping
  String page(@RequestParam(defaultValue = "0") String page, Model model) {
    if (!access.may(rights.actor(), AbsenceRights.ENTER)) {
      throw Refusal.forbidden("absence.not-yours", "Absences are entered by staff.");
    }
    return filled(
        model,
        page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0,
        new AbsenceRequest(null, null, null, null, null, null));
  }

  /** The page's own key makes a second click on the button harmless. */
  @PostMapping
  String enter(
      @ModelAttribute("form") AbsenceRequest form,
      @RequestParam(required = false) String idempotencyKey,
      Model model,
      RedirectAttributes flash) {
    try {
      keys.once(
          idempotencyKey,
          rights.actor().id(),
          "absence.enter",
          form,
          () -> absences.enter(form.checked(zone)).id().toString());
      flash.addFlashAttribute("message", "The absence is entered.");
      return "redirect:/absence";
    } catch (Refusal refusal) {
      RefusedForm.tell(model, refusal);
      return filled(model, 0, form);
    }
  }

  @PostMapping("/{id}/call-off")
  String callOff(@PathVariable UUID id, RedirectAttributes flash) {
    try {
      absences.callOff(id);
      flash.addFlashAttribute("message", "The absence is called off.");
    } catch (Refusal refusal) {
      RefusedForm.tellNext(flash, refusal);
    }
    return "redirect:/absence";
  }

  private String filled(Model model, int page, AbsenceRequest form) {
    AbsencePage found = absences.page(page, SIZE);
    model.addAttribute("form", form);
    model.addAttribute("idempotencyKey", UUID.randomUUID().toString());
    model.addAttribute("zone", zone);
    model.addAttribute("forOthers", rights.mayEnterForOthers());
    model.addAttribute("groups", groups());
    model.addAttribute("absences", found);
    model.addAttribute("rows", found.items().stream().map(this::row).toList());
    return "deputy/absence";
  }

  private Row row(Absence absence) {
    boolean changeable = rights.mayChange(absence.account());
    return new Row(
        absence,
        absence.group() == null ? null : Groups.all().get(absence.group()),
        changeable,
        changeable ? absence.reason() : null);
  }

  /** One's own; all for who enters somebody else's. */
  private List<GroupChoice> groups() {
    return Groups.all().entrySet().stream()
        .filter(one -> rights.mayEnterForOthers() || rights.actor().isIn(one.getKey()))
        .map(one -> new GroupChoice(one.getKey(), one.getValue()))
        .toList();
  }
}
