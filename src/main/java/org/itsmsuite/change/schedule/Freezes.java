package org.itsmsuite.change.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeStore;
import org.itsmsuite.change.ItemFacts;
import org.itsmsuite.change.Window;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.transaction.annotation.Transactional;

/** Announces and cancels freezes, and reports what was done in them. */
@Transactional
public class Freezes {

  private final FreezeStore store;
  private final AgreementStore agreements;
  private final ChangeStore changes;
  private final Supplier<ItemFacts> items;
  private final Catalogue catalogue;
  private final ScheduleSettings settings;
  private final Restrictions restrictions;
  private final ScheduleNews news;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  Freezes(
      FreezeStore store,
      AgreementStore agreements,
      ChangeStore changes,
      Supplier<ItemFacts> items,
      Catalogue catalogue,
      ScheduleSettings settings,
      Restrictions restrictions,
      ScheduleNews news,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.agreements = agreements;
    this.changes = changes;
    this.items = items;
    this.catalogue = catalogue;
    this.settings = settings;
    this.restrictions = restrictions;
    this.news = news;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * What is to hold.
   *
   * @param from inclusive
   * @param to exclusive
   * @param services ids; empty unless it is for some only
   * @param everything said expressly, so that nobody freezes all by leaving something out
   */
  public record NewFreeze(
      String name,
      String why,
      Instant from,
      Instant to,
      List<String> services,
      boolean everything) {

    public NewFreeze {
      services = List.copyOf(new LinkedHashSet<>(services));
    }
  }

  /**
   * Announces a freeze. Owners of scheduled changes that lie in it are told; nothing is moved.
   *
   * @throws Refusal naming every field: {@code freeze.ends-before-it-starts}, {@code freeze.over},
   *     {@code freeze.no-scope}, {@code freeze.scope-contradicts}, {@code freeze.unknown-service},
   *     {@code freeze.too-long}, {@code freeze.covers-everything} if it is for everything and
   *     longer than that may last
   */
  public Freeze announce(NewFreeze asked) {
    List<Refusal.Offence> offences = offences(asked);
    if (!offences.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.INVALID, offences.get(0).key(), offences.get(0).detail(), offences);
    }
    Freeze freeze =
        Freeze.announced(
            asked.name(),
            asked.why(),
            new Window(asked.from(), asked.to()),
            asked.services(),
            user.actor().id(),
            time.instant());
    store.add(freeze);
    ledger.write(
        Fact.of(freeze.record(), "freeze.announced")
            .with("name", Personal.of(freeze.name()))
            .with("why", Personal.of(freeze.why()))
            .with("from", freeze.window().from())
            .with("to", freeze.window().to())
            .with("services", freeze.services())
            .with("everything", freeze.isGlobal())
            .with("by", Personal.of(freeze.announcedBy())));
    scheduledIn(freeze).forEach(one -> news.inFreeze(one, freeze));
    return freeze;
  }

  private List<Refusal.Offence> offences(NewFreeze asked) {
    List<Refusal.Offence> offences = new ArrayList<>();
    if (!asked.from().isBefore(asked.to())) {
      offence(offences, "to", "freeze.ends-before-it-starts", "The end is later than the start.");
    } else if (!asked.to().isAfter(time.instant())) {
      offence(offences, "to", "freeze.over", "It would be over already.");
    } else {
      length(asked, offences);
    }
    if (asked.services().isEmpty() && !asked.everything()) {
      offence(
          offences,
          "services",
          "freeze.no-scope",
          "Name the services it is for, or say that it is for everything.");
    }
    if (!asked.services().isEmpty() && asked.everything()) {
      offence(
          offences,
          "services",
          "freeze.scope-contradicts",
          "It is for some services or for everything, not both.");
    }
    List<String> unknown =
        asked.services().stream().filter(one -> catalogue.service(one).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      offence(
          offences,
          "services",
          "freeze.unknown-service",
          "There is no service that is called " + String.join(", ", unknown) + ".");
    }
    return offences;
  }

  private void length(NewFreeze asked, List<Refusal.Offence> offences) {
    Duration length = Duration.between(asked.from(), asked.to());
    if (asked.everything() && length.compareTo(settings.longestFreezeOfAll()) > 0) {
      offence(
          offences,
          "to",
          "freeze.covers-everything",
          "A freeze of everything lasts "
              + settings.longestFreezeOfAll().toDays()
              + " days at most; freeze services, or make it shorter.");
    } else if (length.compareTo(settings.longestFreeze()) > 0) {
      offence(
          offences,
          "to",
          "freeze.too-long",
          "A freeze lasts " + settings.longestFreeze().toDays() + " days at most.");
    }
  }

  private static void offence(
      List<Refusal.Offence> offences, String field, String key, String detail) {
    offences.add(new Refusal.Offence(field, key, detail));
  }

  /**
   * It holds no longer; it stays on record.
   *
   * @throws Refusal {@code freeze.not-found}, {@code freeze.cancelled}, {@code freeze.over}
   */
  public Freeze cancel(UUID id, String why) {
    Freeze freeze = store.lock(id).orElseThrow(Freezes::absent);
    if (freeze.isCancelled()) {
      throw Refusal.conflict("freeze.cancelled", "It is cancelled already.");
    }
    Instant now = time.instant();
    if (!freeze.window().to().isAfter(now)) {
      throw Refusal.conflict("freeze.over", "It is over; what held then stays on record.");
    }
    Freeze cancelled = freeze.cancelled(user.actor().id(), now, why);
    store.saveCancelled(cancelled);
    ledger.write(
        Fact.of(freeze.record(), "freeze.cancelled")
            .with("why", Personal.of(why))
            .with("by", Personal.of(cancelled.cancelledBy())));
    return cancelled;
  }

  private static Refusal absent() {
    return Refusal.notFound("freeze.not-found", "There is no such freeze.");
  }

  /**
   * @throws Refusal {@code freeze.not-found}
   */
  @Transactional(readOnly = true)
  public Freeze find(UUID id) {
    return store.find(id).orElseThrow(Freezes::absent);
  }

  /** All, the latest first, cancelled ones included. */
  @Transactional(readOnly = true)
  public FreezeStore.FreezePage page(int page, int size) {
    return store.page(page, size);
  }

  /** Those that hold and share an instant with the window, the earliest first. */
  @Transactional(readOnly = true)
  public List<Freeze> during(Window window) {
    return store.during(window);
  }

  /**
   * What was, or is to be, done in a freeze.
   *
   * @param allowed those that leave was given for (W07), with who gave it and why
   * @param inTheWay scheduled ones that lie in it without leave: they will not begin
   */
  public record Report(List<Allowed> allowed, List<Change> inTheWay) {}

  /** A change that leave was given for. */
  public record Allowed(Change change, Agreement leave) {}

  /** Without changes that whoever reads may not know of. */
  @Transactional(readOnly = true)
  public Report report(Freeze freeze) {
    List<Agreement> leaves =
        restrictions.knownTo(user.actor(), agreements.about(freeze), Agreement::change);
    Map<String, Change> found = changes.all(leaves.stream().map(Agreement::change).toList());
    List<Allowed> allowed =
        leaves.stream().map(one -> new Allowed(found.get(one.change()), one)).toList();
    return new Report(
        allowed,
        restrictions.knownTo(
            user.actor(),
            freeze.isCancelled()
                ? List.of()
                : scheduledIn(freeze).stream()
                    .filter(one -> !found.containsKey(one.number()))
                    .toList(),
            Change::number));
  }

  private List<Change> scheduledIn(Freeze freeze) {
    List<Change> then = changes.during(freeze.window(), ScheduleChecks.APPROVED);
    if (freeze.isGlobal()) {
      return then;
    }
    ItemFacts known = items.get();
    return then.stream()
        .filter(
            one -> freeze.holdsFor(one.services()) || freeze.holdsFor(known.services(one.items())))
        .toList();
  }
}
