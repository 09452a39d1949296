package org.itsmsuite.incident.web;

import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Acting on many incidents at once, for programs. */
@RestController
class BulkApi {

  private final IncidentBulk bulk;

  BulkApi(IncidentBulk bulk) {
    this.bulk = bulk;
  }

  record Body(List<IncidentBulk.Result> results) {}

  /** Answers 200 with a result for each; nothing is tried if the request itself is not valid. */
  @PostMapping("/api/incidents/bulk")
  Body run(@RequestBody BulkRequest request) {
    return new Body(bulk.run(request));
  }
}
