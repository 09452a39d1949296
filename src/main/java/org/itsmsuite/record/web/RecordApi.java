package org.itsmsuite.record.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.record.Records;
import org.itsmsuite.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What every record offers to programs: its timeline, its thread, its actions. */
@RestController
@RequestMapping("/api/records/{number}")
class RecordApi {

  private final Records records;

  RecordApi(Records records) {
    this.records = records;
  }

  /** Every fact the person may see, oldest first. */
  @GetMapping("/timeline")
  List<LedgerEntry> timeline(@PathVariable String number) {
    records.visible(number);
    return records.practiceOf(number).timeline(number);
  }

  /** The connected records the person may see, oldest first. */
  @GetMapping("/thread")
  List<ThreadBody> thread(@PathVariable String number) {
    return records.inThread(records.visible(number).thread()).stream()
        .map(one -> new ThreadBody(one.practice(), one.number(), one.status(), one.title()))
        .toList();
  }

  record ThreadBody(String practice, String number, String status, String title) {}

  /** Carries an action out and answers with the record as it is afterwards. */
  @PostMapping("/actions/{action}")
  Object act(
      @PathVariable String number,
      @PathVariable String action,
      @RequestBody(required = false) Map<String, Object> values) {
    records.visible(number);
    var practice = records.practiceOf(number);
    practice.act(number, action, texts(values));
    return practice.body(number);
  }

  private static Map<String, String> texts(Map<String, Object> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    (values == null ? Map.<String, Object>of() : values)
        .forEach(
            (name, value) -> {
              if (value != null && !(value instanceof String)) {
                throw Refusal.invalid("request.wrong-value", name, name + ": a text is expected.");
              }
              texts.put(name, (String) value);
            });
    return texts;
  }
}
