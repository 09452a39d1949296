package org.itsmsuite.competence.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.competence.web.CompetenceBodies.NeedBody;
import org.itsmsuite.competence.web.CompetenceBodies.ProofBody;
import org.itsmsuite.competence.web.CompetenceBodies.ProofsBody;
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

/** Who is proven in what, and what is needed, for programs. */
@RestController
@RequestMapping("/api/competences")
class CompetenceApi {

  private static final int LAST_PAGE = 1_000_000;
  private static final int MOST_ON_A_PAGE = 200;

  private final CompetenceDesk desk;

  CompetenceApi(CompetenceDesk desk) {
    this.desk = desk;
  }

  record NewProof(String account, String skill, String from, String until, String evidence) {}

  record Withdrawal(String reason) {}

  /** What was in force {@code at} an instant; without one, every proof there is. */
  @GetMapping
  ProofsBody proofs(
      @RequestParam(required = false) String account,
      @RequestParam(required = false) String at,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    var texts = new Texts();
    range(texts, "page", page, 0, LAST_PAGE);
    range(texts, "size", size, 1, MOST_ON_A_PAGE);
    texts.verify();
    return desk.proofs(account, at, page, size);
  }

  /** Needed versus proven, in the order of the file. */
  @GetMapping("/needs")
  List<NeedBody> needs(@RequestParam(required = false) String at) {
    return desk.needs(at);
  }

  @PostMapping
  ResponseEntity<ProofBody> enter(@RequestBody NewProof wanted) {
    var entered =
        desk.enter(
            wanted.account(), wanted.skill(), wanted.from(), wanted.until(), wanted.evidence());
    return ResponseEntity.created(URI.create("/api/competences")).body(entered);
  }

  @PostMapping("/{id}/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id, @RequestBody Withdrawal withdrawal) {
    desk.withdraw(id, withdrawal.reason());
  }

  private static void range(Texts texts, String field, int value, int min, int max) {
    if (value < min || value > max) {
      texts.wrong(field, "request.out-of-range", "A whole number from " + min + " to " + max + ".");
    }
  }
}
