package org.itsmsuite.change.vote;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.KnownRecords;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sittings of boards: who attends, what is said, which votes are cast. Whoever leads the board
 * ({@code config/cab.yaml}) opens and closes them and keeps the minutes.
 */
@Transactional
public class Sittings implements Attendance {

  private final SittingStore store;
  private final CabSettings settings;
  private final Boards boards;
  private final Restrictions restrictions;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;

  public Sittings(
      SittingStore store,
      CabSettings settings,
      Boards boards,
      Restrictions restrictions,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.settings = settings;
    this.boards = boards;
    this.restrictions = restrictions;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
  }

  /** Boards that sit together, in the order of the file. */
  public List<String> boards() {
    return settings.boards();
  }

  /** Whether whoever acts now leads the board. */
  public boolean mayLead(String board) {
    return settings.leads().getOrDefault(board, Set.of()).stream().anyMatch(user.actor()::isIn);
  }

  /** Accounts that sit in the board now. */
  public List<String> members(String board) {
    return boards.members(board);
  }

  /**
   * Begins a sitting.
   *
   * @throws Refusal {@code cab.unknown-board}, {@code cab.not-leading}, {@code cab.sits-already}
   */
  public Sitting open(String board) {
    requireBoard(board);
    requireLead(board);
    Sitting sitting = Sitting.opened(board, user.actor().id(), time.instant());
    if (!store.add(sitting)) {
      throw Refusal.conflict(
          "cab.sits-already", "This board has a sitting that is still open; go on with that one.");
    }
    ledger.write(
        Fact.of(sitting.record(), "sitting.opened")
            .with("board", board)
            .with("openedBy", Personal.of(sitting.openedBy())));
    return sitting;
  }

  /**
   * Notes who takes part and how, in place of what was noted before.
   *
   * @throws Refusal {@code cab.no-member} with everybody who does not sit in the board, and as
   *     {@link #close}
   */
  public void attend(UUID id, Map<String, Presence> attendance) {
    Sitting sitting = led(id);
    List<String> members = boards.members(sitting.board());
    List<Refusal.Offence> strangers = new ArrayList<>();
    for (String account : attendance.keySet()) {
      if (!members.contains(account)) {
        strangers.add(
            new Refusal.Offence(
                account, "cab.no-member", "There is no account of this name in the board."));
      }
    }
    if (!strangers.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.INVALID,
          "cab.no-member",
          "Only members of the board are noted here; name guests in the remarks.",
          strangers);
    }
    store.attend(id, attendance);
    ledger.write(
        Fact.of(sitting.record(), "sitting.attended")
            .with(
                "attendance",
                Personal.of(
                    new TreeMap<>(attendance)
                        .entrySet().stream()
                            .map(one -> one.getKey() + ": " + one.getValue())
                            .toList())));
  }

  /**
   * Notes what was said about a change, in place of what was noted before.
   *
   * @throws Refusal {@code cab.not-on-agenda} for a change that the board does not vote on, or
   *     which whoever acts may not know of; and as {@link #close}
   */
  public void note(UUID id, String change, String said) {
    Sitting sitting = led(id);
    if (!store.isOf(sitting.board(), change) || !restrictions.mayKnow(user.actor(), change)) {
      throw Refusal.invalid(
          "cab.not-on-agenda", "change", "The board has no vote on a change of this number.");
    }
    var minute = new Minute(change, said, user.actor().id(), time.instant());
    store.note(id, minute);
    ledger.write(
        Fact.of(change, "sitting.said")
            .with("sitting", id.toString())
            .with("said", Personal.of(said)));
  }

  /**
   * Ends it; its minutes stay as they are from then on.
   *
   * @param remarks null if there are none
   * @throws Refusal {@code cab.sitting-not-found}, {@code cab.not-leading}, {@code
   *     cab.sitting-closed}
   */
  public void close(UUID id, String remarks) {
    Sitting sitting = led(id);
    store.close(sitting.closed(user.actor().id(), time.instant(), remarks));
    ledger.write(Fact.of(sitting.record(), "sitting.closed").with("remarks", Personal.of(remarks)));
  }

  private Sitting led(UUID id) {
    Sitting sitting = store.lock(id).orElseThrow(Sittings::absent);
    requireLead(sitting.board());
    if (!sitting.isOpen()) {
      throw Refusal.conflict(
          "cab.sitting-closed", "This sitting is over; its minutes are not altered any more.");
    }
    return sitting;
  }

  private void requireLead(String board) {
    if (!mayLead(board)) {
      throw Refusal.forbidden(
          "cab.not-leading", "Only those who lead this board do that; config/cab.yaml names them.");
    }
  }

  private void requireBoard(String board) {
    if (board == null || !settings.leads().containsKey(board)) {
      throw Refusal.invalid(
          "cab.unknown-board", "board", "One of these is expected: " + settings.boards() + ".");
    }
  }

  private static Refusal absent() {
    return Refusal.notFound("cab.sitting-not-found", "There is no such sitting.");
  }

  /**
   * @throws Refusal {@code cab.sitting-not-found}
   */
  @Transactional(readOnly = true)
  public Sitting find(UUID id) {
    return store.find(id).orElseThrow(Sittings::absent);
  }

  /** The open sitting of a board. */
  @Transactional(readOnly = true)
  public Optional<Sitting> current(String board) {
    return store.open(board);
  }

  /** Sittings of a board, the latest first. */
  @Transactional(readOnly = true)
  public List<Sitting> of(String board, int page, int size) {
    return store.of(board, page, size);
  }

  /** Who takes part how, by account. */
  @Transactional(readOnly = true)
  public Map<String, Presence> attendance(Sitting sitting) {
    return store.attendance(sitting.id());
  }

  /**
   * What a board has to vote on, as far as whoever acts may know of it.
   *
   * @param page from 0
   * @throws Refusal {@code cab.unknown-board}
   */
  @Transactional(readOnly = true)
  public Agenda agenda(String board, int page, int size) {
    requireBoard(board);
    return store.agenda(board, known(), page, size);
  }

  /** What became of the changes, as far as whoever acts may know of them. */
  @Transactional(readOnly = true)
  public List<Proceeding> proceedings(Sitting sitting) {
    return store.proceedings(sitting, known());
  }

  private KnownRecords known() {
    return restrictions.known(user.actor(), "c.number");
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Set<String>> attending(String board) {
    return store
        .open(board)
        .map(
            one ->
                store.attendance(one.id()).entrySet().stream()
                    .filter(each -> each.getValue().isAttending())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet()));
  }
}
