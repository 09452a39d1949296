package org.itsmsuite.change.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.catalogue.VisibleServices;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.ChangeTemplates;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.Subject;
import org.itsmsuite.change.Template;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue of changes that are approved in advance, for people. */
@Controller
@RequestMapping("/changes/templates")
class TemplatePages {

  private final ChangeTemplates templates;
  private final ChangeAccess access;
  private final VisibleServices services;
  private final SupportGroups groups;
  private final PageWords words;
  private final Clock time;

  TemplatePages(
      ChangeTemplates templates,
      ChangeAccess access,
      VisibleServices services,
      SupportGroups groups,
      PageWords words,
      Clock time) {
    this.templates = templates;
    this.access = access;
    this.services = services;
    this.groups = groups;
    this.words = words;
    this.time = time;
  }

  record Choice(String id, String name) {}

  record Row(
      String id,
      int version,
      String state,
      String stateText,
      String title,
      String service,
      List<String> items,
      String implementationPlan,
      String backOutPlan,
      String writtenBy,
      String releasedBy,
      ZonedDateTime expiresAt) {}

  /**
   * What the page's form sends.
   *
   * @param items ids, separated by commas, blanks or lines
   */
  record Form(
      String id,
      String title,
      String description,
      String service,
      String subject,
      String action,
      String impact,
      String items,
      String implementationPlan,
      String testPlan,
      String backOutPlan,
      String group) {

    static final Form EMPTY =
        new Form(null, null, null, null, null, null, null, null, null, null, null, null);

    TemplateRequest request() {
      return new TemplateRequest(
          id,
          title,
          description,
          service,
          subject,
          action,
          impact,
          ChangeForm.items(items),
          implementationPlan,
          testPlan,
          backOutPlan,
          group);
    }
  }

  @GetMapping
  String list(Model model) {
    return page(model, Form.EMPTY, Map.of());
  }

  @PostMapping
  String draft(@ModelAttribute Form form, Model model, RedirectAttributes flash) {
    try {
      Template drafted = templates.draft(form.id(), form.request().checked());
      flash.addFlashAttribute(
          "message", "Written as version " + drafted.version() + "; somebody else releases it.");
      return "redirect:/changes/templates";
    } catch (Refusal refusal) {
      return refused(model, form, refusal);
    }
  }

  /**
   * @param expires the first day on which it does not count any more, in the pages' zone
   */
  @PostMapping("/{template}/{version}/release")
  String release(
      @PathVariable String template,
      @PathVariable int version,
      @RequestParam(required = false) LocalDate expires,
      Model model,
      RedirectAttributes flash) {
    try {
      templates.release(
          template,
          version,
          TemplateApi.expiry(
              expires == null ? null : expires.atStartOfDay(words.zone()).toInstant().toString()));
      flash.addFlashAttribute("message", "Released.");
      return "redirect:/changes/templates";
    } catch (Refusal refusal) {
      return refused(model, Form.EMPTY, refusal);
    }
  }

  @PostMapping("/{template}/{version}/retire")
  String retire(
      @PathVariable String template,
      @PathVariable int version,
      @RequestParam(required = false) String reason,
      Model model,
      RedirectAttributes flash) {
    try {
      templates.retire(template, version, TemplateApi.reason(reason));
      flash.addFlashAttribute("message", "Taken out of use.");
      return "redirect:/changes/templates";
    } catch (Refusal refusal) {
      return refused(model, Form.EMPTY, refusal);
    }
  }

  private String refused(Model model, Form form, Refusal refusal) {
    Map<String, String> errors = new LinkedHashMap<>();
    refusal.offences().forEach(offence -> errors.putIfAbsent(offence.field(), offence.detail()));
    if (errors.isEmpty()) {
      model.addAttribute("refusal", Map.of("key", refusal.key(), "detail", refusal.getMessage()));
    }
    return page(model, form, errors);
  }

  private String page(Model model, Form form, Map<String, String> errors) {
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("templates", templates.all().stream().map(this::row).toList());
    model.addAttribute("mayDraft", access.mayTemplate("draft"));
    model.addAttribute("mayRelease", access.mayTemplate("release"));
    model.addAttribute("mayRetire", access.mayTemplate("retire"));
    model.addAttribute("zone", words.zone().getId());
    model.addAttribute(
        "services",
        services.to(access.actor()).stream().map(one -> new Choice(one.id(), one.name())).toList());
    model.addAttribute(
        "groups", groups.all().stream().map(one -> new Choice(one.id(), one.name())).toList());
    model.addAttribute("subjects", choices(Subject.values()));
    model.addAttribute("actions", choices(Action.values()));
    model.addAttribute("impacts", choices(Impact.values()));
    return "change/templates";
  }

  private static List<Choice> choices(Enum<?>[] values) {
    return Arrays.stream(values).map(one -> new Choice(one.name(), Labels.of(one))).toList();
  }

  private Row row(Template template) {
    var state = template.state(time.instant());
    var text = template.text();
    return new Row(
        template.id(),
        template.version(),
        state.name(),
        Labels.of(state),
        text.title(),
        words.service(text.service()),
        text.items(),
        text.implementationPlan(),
        text.backOutPlan(),
        template.writtenBy(),
        template.releasedBy(),
        words.time(template.expiresAt()));
  }
}
