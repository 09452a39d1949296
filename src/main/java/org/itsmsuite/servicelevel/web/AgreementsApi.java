package org.itsmsuite.servicelevel.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who agreed with whom on what. */
@RestController
@RequestMapping("/api/agreements")
class AgreementsApi {

  private final AgreementRegister register;

  AgreementsApi(AgreementRegister register) {
    this.register = register;
  }

  /** In the order of the file. */
  @GetMapping
  List<AgreementBody> all() {
    return register.all();
  }

  @GetMapping("/{id}")
  AgreementBody one(@PathVariable String id) {
    return register.one(id);
  }
}
