package org.itsmsuite.record.web;

import java.util.HashMap;
import java.util.Map;
import org.itsmsuite.record.Records;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.RefusedForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one address of a record for people, whatever kind it is: messages link to it. */
@Controller
@RequestMapping("/records/{number}")
class RecordPages {

  /** What is much longer than any field takes is not kept in the session. */
  private static final int LONGEST_KEPT = 10_000;

  private final Records records;

  RecordPages(Records records) {
    this.records = records;
  }

  /** An action that was refused: its form comes back as it was filled in. */
  record Tried(String action, Map<String, String> values) {

    /** The place of a field on the page, as {@code record/actions} writes it. */
    static String id(String action, String field) {
      return "action-" + action + "-" + field;
    }
  }

  @GetMapping
  String record(@PathVariable String number) {
    return "redirect:" + records.visible(number).href();
  }

  /** What is refused is told on the record's page; nothing has changed then. */
  @PostMapping("/actions/{action}")
  String act(
      @PathVariable String number,
      @PathVariable String action,
      @RequestParam Map<String, String> values,
      RedirectAttributes flash) {
    String href = records.visible(number).href();
    var fields = new HashMap<>(values);
    fields.remove("_csrf");
    try {
      records.practiceOf(number).act(number, action, fields);
      flash.addFlashAttribute("message", "Done.");
    } catch (Refusal refusal) {
      RefusedForm.tellNext(flash, refusal, field -> Tried.id(action, field));
      fields.values().removeIf(value -> value.length() > LONGEST_KEPT);
      flash.addFlashAttribute("tried", new Tried(action, fields));
    }
    return "redirect:" + href;
  }
}
