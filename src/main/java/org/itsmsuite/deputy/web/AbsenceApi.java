package org.itsmsuite.deputy.web;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.deputy.Absence;
import org.itsmsuite.deputy.AbsencePage;
import org.itsmsuite.deputy.AbsenceRights;
import org.itsmsuite.deputy.Absences;
import org.itsmsuite.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences and deputies for programs. */
@RestController
@RequestMapping("/api/absences")
class AbsenceApi {

  private final Absences absences;
  private final AbsenceRights rights;

  AbsenceApi(Absences absences, AbsenceRights rights) {
    this.absences = absences;
    this.rights = rights;
  }

  @Operation(summary = "Enters an absence, with or without a deputy")
  @PostMapping
  ResponseEntity<AbsenceBody> enter(@RequestBody AbsenceRequest request) {
    Absence entered = absences.enter(request.checked(null));
    return ResponseEntity.created(URI.create("/api/absences/" + entered.id()))
        .body(AbsenceBody.of(entered, rights));
  }

  @Operation(
      summary =
          "Absences that are not over: one's own and those in which one stands in, or everybody's")
  @GetMapping
  ListBody list(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    var texts = new Texts();
    within(texts, "page", page, 0, 1_000_000);
    within(texts, "size", size, 1, 100);
    texts.verify();
    AbsencePage found = absences.page(page, size);
    return new ListBody(
        found.items().stream().map(one -> AbsenceBody.of(one, rights)).toList(),
        new PageBody(page, size, found.total(), (found.total() + size - 1) / size));
  }

  @GetMapping("/{id}")
  AbsenceBody one(@PathVariable UUID id) {
    return AbsenceBody.of(absences.visible(id), rights);
  }

  @Operation(summary = "Calls an absence off; one that has begun ends now")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void callOff(@PathVariable UUID id) {
    absences.callOff(id);
  }

  record ListBody(List<AbsenceBody> content, PageBody page) {}

  /**
   * @param number from 0
   */
  record PageBody(int number, int size, long totalElements, long totalPages) {}

  private static void within(Texts texts, String field, int value, int min, int max) {
    if (value < min || value > max) {
      texts.wrong(field, "request.out-of-range", "From " + min + " to " + max + ".");
    }
  }
}
