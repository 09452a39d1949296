package org.itsmsuite.duty.web;

import java.net.URI;
import java.util.List;
import org.itsmsuite.duty.AccountConflict;
import org.itsmsuite.duty.DutyExceptionStore.UsePage;
import org.itsmsuite.duty.web.DutyBodies.DutyBody;
import org.itsmsuite.duty.web.DutyBodies.ExceptionBody;
import org.itsmsuite.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which duties are kept apart, from which exceptions are approved, and who made use of them. */
@RestController
@RequestMapping("/api/duties")
class DutiesApi {

  private static final int LAST_PAGE = 1_000_000;
  private static final int MOST_ON_A_PAGE = 200;

  private final DutyDesk desk;

  DutiesApi(DutyDesk desk) {
    this.desk = desk;
  }

  /**
   * @param conflicts accounts whose groups exclude each other
   */
  record DutiesBody(List<DutyBody> duties, boolean exceptionsOn, List<AccountConflict> conflicts) {}

  record NewException(String duty, String reason, String from, String until) {}

  record Ending(String reason) {}

  /** In the order of the file. */
  @GetMapping
  DutiesBody duties() {
    return new DutiesBody(desk.duties(), desk.areOn(), desk.conflicts());
  }

  /** Every exception there ever was, the newest first, with how often it was used. */
  @GetMapping("/exceptions")
  List<ExceptionBody> exceptions() {
    return desk.exceptions();
  }

  /** Uses on records that one may know of, newest first. */
  @GetMapping("/exceptions/uses")
  UsePage uses(
      @RequestParam(required = false) String record,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    var texts = new Texts();
    range(texts, "page", page, 0, LAST_PAGE);
    range(texts, "size", size, 1, MOST_ON_A_PAGE);
    texts.verify();
    return desk.uses(record, page, size);
  }

  @PostMapping("/exceptions")
  ResponseEntity<ExceptionBody> approve(@RequestBody NewException wanted) {
    var approved = desk.approve(wanted.duty(), wanted.reason(), wanted.from(), wanted.until());
    return ResponseEntity.created(URI.create("/api/duties/exceptions")).body(approved);
  }

  @PostMapping("/exceptions/{id}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable long id, @RequestBody Ending ending) {
    desk.end(id, ending.reason());
  }

  private static void range(Texts texts, String field, int value, int min, int max) {
    if (value < min || value > max) {
      texts.wrong(field, "request.out-of-range", "A whole number from " + min + " to " + max + ".");
    }
  }
}
