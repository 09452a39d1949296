package org.itsmsuite.change.work.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.work.ChangePlans;
import org.itsmsuite.change.work.WorkPlan;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan of tasks of a change: what is planned beside what was done, and the form to edit it. */
@Controller
@RequestMapping("/changes/{number}/plan")
class PlanPage {

  private static final int BLANK_LINES = 3;

  private final PlanDesk desk;
  private final SupportGroups groups;
  private final PageWords words;

  PlanPage(PlanDesk desk, SupportGroups groups, PageWords words) {
    this.desk = desk;
    this.groups = groups;
    this.words = words;
  }

  record Choice(String id, String name) {}

  /** What is wrong, with the number of the step as the page shows it. */
  record Fault(String id, String text) {

    private static final Pattern STEP = Pattern.compile("steps\\[(\\d+)].*");

    static Fault of(String field, String detail) {
      var step = STEP.matcher(field);
      return new Fault(
          field,
          step.matches()
              ? "Step " + (Integer.parseInt(step.group(1)) + 1) + ": " + detail
              : detail);
    }
  }

  /** A line of the form, as it was entered. */
  record Line(String order, String group, String what, String minutes) {

    static final Line BLANK = new Line("", "", "", "");

    boolean isBlank() {
      return (order + group + what + minutes).isBlank();
    }

    ChangePlans.Draft draft() {
      return new ChangePlans.Draft(number(order), group, what, number(minutes));
    }

    private static Integer number(String text) {
      try {
        return Integer.valueOf(text.strip());
      } catch (NumberFormatException none) {
        return null;
      }
    }
  }

  /** A step. */
  record Row(
      int position,
      int order,
      String group,
      String what,
      int minutes,
      ZonedDateTime plannedFrom,
      ZonedDateTime plannedTo,
      ZonedDateTime actualFrom,
      ZonedDateTime actualTo,
      String by,
      String result,
      String evidence) {}

  @GetMapping
  String show(@PathVariable String number, Model model) {
    Change change = desk.visible(number);
    WorkPlan plan = desk.of(change);
    List<Line> lines =
        plan.steps().stream()
            .map(
                one ->
                    new Line(
                        String.valueOf(one.turn()),
                        one.group(),
                        one.what(),
                        String.valueOf(one.minutes())))
            .toList();
    return page(change, lines, Map.of(), model);
  }

  @PostMapping
  String save(
      @PathVariable String number,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      RedirectAttributes flash) {
    Change change = desk.visible(number);
    List<Line> lines = entered(values);
    try {
      desk.edit(change, lines.stream().map(Line::draft).toList());
      flash.addFlashAttribute("message", "The plan is kept.");
      return "redirect:/changes/" + number + "/plan";
    } catch (Refusal refusal) {
      Map<String, String> errors = new LinkedHashMap<>();
      refusal.offences().forEach(one -> errors.putIfAbsent(one.field(), one.detail()));
      if (errors.isEmpty()) {
        model.addAttribute("refusal", Map.of("key", refusal.key(), "detail", refusal.getMessage()));
      }
      return page(change, lines, errors, model);
    }
  }

  /** Lines that were left empty are left out. */
  private static List<Line> entered(MultiValueMap<String, String> values) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i <= ChangePlans.STEPS + BLANK_LINES; i++) {
      String at = "steps[" + i + "].";
      var line =
          new Line(
              value(values, at + "order"),
              value(values, at + "group"),
              value(values, at + "what"),
              value(values, at + "minutes"));
      if (!line.isBlank()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String value(MultiValueMap<String, String> values, String name) {
    String value = values.getFirst(name);
    return value == null ? "" : value;
  }

  private String page(Change change, List<Line> entered, Map<String, String> errors, Model model) {
    List<Line> lines = new ArrayList<>(entered);
    for (int i = 0; i < BLANK_LINES; i++) {
      lines.add(Line.BLANK);
    }
    PlanBody body = PlanBody.of(change, desk.of(change));
    model.addAttribute("number", change.number());
    model.addAttribute("changeTitle", change.title());
    model.addAttribute("minutes", body.minutes());
    model.addAttribute("rows", body.steps().stream().map(this::row).toList());
    model.addAttribute("mayEdit", desk.mayEdit(change));
    model.addAttribute("lines", lines);
    model.addAttribute("errors", errors);
    model.addAttribute(
        "faults",
        errors.entrySet().stream().map(one -> Fault.of(one.getKey(), one.getValue())).toList());
    model.addAttribute(
        "groups", groups.all().stream().map(one -> new Choice(one.id(), one.name())).toList());
    model.addAttribute("zone", words.zone().getId());
    return "change/plan";
  }

  private Row row(PlanBody.StepBody one) {
    return new Row(
        one.position(),
        one.order(),
        words.group(one.group()),
        one.what(),
        one.minutes(),
        time(one.plannedFrom()),
        time(one.plannedTo()),
        time(one.actualFrom()),
        time(one.actualTo()),
        one.by(),
        one.result() == null ? null : one.result().equals("DONE") ? "Done" : "Failed",
        one.evidence());
  }

  private ZonedDateTime time(Instant instant) {
    return instant == null ? null : words.time(instant);
  }
}
