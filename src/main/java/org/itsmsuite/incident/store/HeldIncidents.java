package org.itsmsuite.incident.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.incident.Incident;

/**
 * The incidents of the running transaction, each one object: read once, and written once, however
 * often it is saved.
 */
final class HeldIncidents implements UnitOfWork.Part {

  private enum State {
    AS_STORED,
    CHANGED,
    NEW
  }

  private record Held(Incident incident, State state) {}

  private final Map<String, Held> held = new LinkedHashMap<>();
  private final Consumer<Incident> insert;
  private final Consumer<Incident> update;

  HeldIncidents(Consumer<Incident> insert, Consumer<Incident> update) {
    this.insert = insert;
    this.update = update;
  }

  Optional<Incident> find(String number) {
    return Optional.ofNullable(held.get(number)).map(Held::incident);
  }

  /** As it was just read. */
  Incident keep(Incident stored) {
    held.put(stored.number(), new Held(stored, State.AS_STORED));
    return stored;
  }

  void add(Incident incident) {
    held.put(incident.number(), new Held(incident, State.NEW));
  }

  void save(Incident incident) {
    Held now = held.get(incident.number());
    if (now != null && now.incident != incident) {
      // Somebody has a copy from a list; the database decides whether it is still good.
      write(now);
    } else if (now != null && now.state == State.NEW) {
      return;
    }
    held.put(incident.number(), new Held(incident, State.CHANGED));
  }

  @Override
  public void flush() {
    held.replaceAll((number, one) -> write(one));
  }

  private static Held write(Held one, Consumer<Incident> statement) {
    UnitOfWork.quietly(
        () -> {
          statement.accept(one.incident);
          return null;
        });
    return new Held(one.incident, State.AS_STORED);
  }

  private Held write(Held one) {
    return switch (one.state) {
      case NEW -> write(one, insert);
      case CHANGED -> write(one, update);
      case AS_STORED -> one;
    };
  }
}
