package org.itsmsuite.change.schedule.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.schedule.Freeze;
import org.itsmsuite.change.schedule.FreezeStore.FreezePage;
import org.itsmsuite.change.schedule.Freezes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Freezes for programs. */
@RestController
@RequestMapping("/api/freezes")
class FreezeApi {

  private static final int LARGEST_PAGE = 200;

  private final Freezes freezes;

  FreezeApi(Freezes freezes) {
    this.freezes = freezes;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FreezeBody(
      String id,
      String name,
      String why,
      Instant from,
      Instant to,
      List<String> services,
      boolean everything,
      String announcedBy,
      Instant announcedAt,
      String cancelledBy,
      Instant cancelledAt,
      String cancelledWhy,
      List<AllowedBody> allowed,
      List<String> inTheWay) {

    static FreezeBody of(Freeze one, Freezes.Report report) {
      return new FreezeBody(
          one.id().toString(),
          one.name(),
          one.why(),
          one.window().from(),
          one.window().to(),
          one.services(),
          one.isGlobal(),
          one.announcedBy(),
          one.announcedAt(),
          one.cancelledBy(),
          one.cancelledAt(),
          one.cancelledWhy(),
          report == null ? null : report.allowed().stream().map(AllowedBody::of).toList(),
          report == null ? null : report.inTheWay().stream().map(Change::number).toList());
    }
  }

  /** A change that leave was given for. */
  record AllowedBody(
      String number,
      String title,
      String status,
      String emergency,
      String by,
      String why,
      Instant at) {

    static AllowedBody of(Freezes.Allowed one) {
      return new AllowedBody(
          one.change().number(),
          one.change().title(),
          one.change().status().name(),
          one.change().rfc().emergencyReason(),
          one.leave().by(),
          one.leave().why(),
          one.leave().at());
    }
  }

  record ListBody(List<FreezeBody> freezes, long total) {}

  /**
   * All, the latest first, cancelled ones included.
   *
   * @param page from 0
   * @param size from 1 to 200
   */
  @GetMapping
  ListBody list(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    FreezePage found =
        freezes.page(
            Math.max(0, Math.min(page, 100_000)), Math.max(1, Math.min(size, LARGEST_PAGE)));
    return new ListBody(
        found.freezes().stream().map(one -> FreezeBody.of(one, null)).toList(), found.total());
  }

  @PostMapping
  ResponseEntity<FreezeBody> announce(@RequestBody FreezeRequest request) {
    Freeze freeze = freezes.announce(request.checked(null));
    return ResponseEntity.created(URI.create("/api/freezes/" + freeze.id()))
        .body(FreezeBody.of(freeze, freezes.report(freeze)));
  }

  /** With what was allowed in it, and what lies in it without leave. */
  @GetMapping("/{freeze}")
  FreezeBody one(@PathVariable UUID freeze) {
    Freeze found = freezes.find(freeze);
    return FreezeBody.of(found, freezes.report(found));
  }

  record Cancelling(String why) {}

  @PostMapping("/{freeze}/cancel")
  FreezeBody cancel(@PathVariable UUID freeze, @RequestBody Cancelling cancelling) {
    Freeze cancelled = freezes.cancel(freeze, FreezeRequest.why(cancelling.why()));
    return FreezeBody.of(cancelled, freezes.report(cancelled));
  }
}
