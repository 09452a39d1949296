package org.itsmsuite.change.vote;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.change.ApprovalVoid;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeDuties;
import org.itsmsuite.change.ChangeNews;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.Decision;
import org.itsmsuite.change.Verdict;
import org.itsmsuite.deputy.StandIn;
import org.itsmsuite.deputy.StandIns;
import org.itsmsuite.deputy.Work;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Blank;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/**
 * Votes on changes, from opening to what follows from the count. Each verb joins the transaction
 * that moves the process, or is one of its own.
 */
public class Votes implements ApprovalVoid {

  private final VoteStore store;
  private final ChangeSteps steps;
  private final Boards boards;
  private final BoardWeights weights;
  private final Supplier<Duties> duties;
  private final Supplier<StandIns> standIns;
  private final Calendars calendars;
  private final CurrentUser user;
  private final ChangeNews news;
  private final Ledger ledger;
  private final Clock time;
  private final Attendance attendance;
  private final Supplier<VoteFlow> flow;

  public Votes(
      VoteStore store,
      ChangeSteps steps,
      Boards boards,
      BoardWeights weights,
      Supplier<Duties> duties,
      Supplier<StandIns> standIns,
      Calendars calendars,
      CurrentUser user,
      ChangeNews news,
      Ledger ledger,
      Clock time,
      Attendance attendance,
      Supplier<VoteFlow> flow) {
    this.attendance = attendance;
    this.flow = flow;
    this.store = store;
    this.steps = steps;
    this.boards = boards;
    this.weights = weights;
    this.duties = duties;
    this.standIns = standIns;
    this.calendars = calendars;
    this.user = user;
    this.news = news;
    this.ledger = ledger;
    this.time = time;
  }

  /** Which board is asked next: 1, or one more than boards have approved in this round. */
  public int step(String number) {
    int round = steps.change(number).round();
    return 1
        + (int)
            store.of(number).stream()
                .filter(one -> one.round() == round && one.result() == Result.APPROVED)
                .count();
  }

  /**
   * Board, rule and members are frozen from here on. Whoever asked for the change, or carries it
   * out, is no member: they cannot vote on it, and nobody waits for them.
   */
  public Vote opened(String number, Route route) {
    Change change = steps.change(number);
    List<Member> members = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    for (String account : boards.members(route.board())) {
      if (duties.get().conflicts(number, ChangeDuties.APPROVAL, account).isPresent()) {
        excluded.add(account);
      } else {
        members.add(member(members.size() + 1, account, route));
      }
    }
    Instant now = time.instant();
    var vote =
        new Vote(
            number,
            store.of(number).size() + 1,
            change.round(),
            route,
            members,
            now,
            after(route.remindAfter(), route.calendar()),
            after(route.within(), route.calendar()),
            false,
            null,
            null);
    store.add(vote);
    ledger.write(
        change
            .fact("vote.opened")
            .with("vote", vote.number())
            .with("step", route.step())
            .with("board", route.board())
            .with("rule", route.rule().kind().name())
            .with("threshold", route.rule().threshold())
            .with("quorum", route.rule().quorum())
            .with("castingVote", route.rule().castingVote())
            .with("veto", route.veto())
            .with("authority", route.authority())
            .with("dueAt", vote.dueAt().toString())
            .with("members", Personal.of(members.stream().map(Member::account).toList()))
            .with("excluded", Personal.of(excluded)));
    news.voteOpened(change, accounts(members), vote.dueAt(), vote.number() + "/opened");
    tellUnattended(change, vote, members, "opened");
    return vote;
  }

  /** What a deputy must not do for a member who is away is the chair's to see to (V10). */
  private void tellUnattended(Change change, Vote vote, List<Member> asked, String occasion) {
    List<String> nobody =
        accounts(asked).stream().filter(one -> standIn(vote, one).isNobody()).toList();
    if (!nobody.isEmpty()) {
      ledger.write(
          change
              .fact("vote.unattended")
              .with("vote", vote.number())
              .with("members", Personal.of(nobody)));
      news.voteUnattended(
          change, vote.route().chair(), nobody, vote.dueAt(), vote.number() + "/" + occasion);
    }
  }

  private Member member(int position, String account, Route route) {
    Set<String> groups = boards.groupsOf(account);
    return new Member(
        position,
        account,
        weights.of(groups),
        route.veto() != null && groups.contains(route.veto()),
        groups.contains(route.chair()));
  }

  private Instant after(String span, String calendar) {
    return WorkingSpan.parse(span).after(calendars.current(calendar).calendar(), time.instant());
  }

  private static List<String> accounts(List<Member> members) {
    return members.stream().map(Member::account).toList();
  }

  /**
   * @throws Refusal {@code vote.none-open}
   */
  public Vote open(String number) {
    return store
        .lock(number)
        .filter(Vote::isOpen)
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "vote.none-open",
                    "No vote on " + number + " is open; it may have just ended."));
  }

  /** The newest vote, open or not. */
  public Vote latest(String number) {
    List<Vote> all = store.of(number);
    if (all.isEmpty()) {
      throw Refusal.conflict("vote.none-open", "There has been no vote on " + number + ".");
    }
    return all.get(all.size() - 1);
  }

  /** Whose votes whoever acts now may cast: the own, and those of members who are away. */
  public List<String> castable(Vote vote) {
    String actor = user.actor().id();
    return vote.members().stream()
        .map(Member::account)
        .filter(one -> one.equals(actor) || actor.equals(deputyOf(vote, one)))
        .toList();
  }

  /** Whether whoever acts now chairs the board. */
  public boolean chairs(Vote vote) {
    return user.actor().isIn(vote.route().chair());
  }

  /** Members who have not voted. */
  public List<Member> outstanding(Vote vote) {
    Map<String, Choice> cast = Vote.last(store.ballots(vote.change(), vote.number()));
    return vote.members().stream().filter(one -> !cast.containsKey(one.account())).toList();
  }

  /** Whether no ballot that is still out can change the result. */
  public boolean isDecided(String number) {
    Vote vote = latest(number);
    return vote.route()
        .rule()
        .isDecided(vote.members(), Vote.last(store.ballots(number, vote.number())));
  }

  /**
   * Whoever acts now casts a member's vote: their own, or as the deputy of somebody who is away at
   * this moment. Voting again replaces the vote, as long as it is open.
   *
   * @throws Refusal {@code vote.none-open}, {@code vote.no-member}, {@code vote.not-yours}, {@code
   *     duties.conflict} for whoever asked for the change or carries it out
   */
  @Transactional
  public void cast(String number, String voter, Choice choice, String reason) {
    Vote vote = open(number);
    requireMember(vote, voter);
    duties.get().require(number, ChangeDuties.APPROVAL);
    String actor = user.actor().id();
    boolean self = actor.equals(voter);
    if (!self && !actor.equals(deputyOf(vote, voter))) {
      throw Refusal.forbidden(
          "vote.not-yours",
          "This is the vote of somebody else, and you do not stand in for them now.");
    }
    keep(vote, voter, choice, reason, self ? Ballot.How.SELF : Ballot.How.DEPUTY, null);
  }

  /**
   * As {@link #cast}, at the page or through the API; the member's task ends with it.
   *
   * @throws Refusal as {@link #cast}
   */
  @Transactional
  public void castAtThePage(String number, String voter, Choice choice, String reason) {
    cast(number, voter, choice, reason);
    goOn(latest(number), voter, choice, reason);
  }

  /** A changed ballot has no task any more whose end would end the vote that it decides. */
  private void goOn(Vote vote, String voter, Choice choice, String reason) {
    String number = vote.change();
    flow.get().voted(number, vote.member(voter).position(), choice, reason);
    boolean isStillOpen = current(number).filter(one -> one.number() == vote.number()).isPresent();
    if (isStillOpen && isDecided(number)) {
      flow.get().decided(number);
    }
  }

  /**
   * The chair records the vote of a member. While the board sits it is that of a member who is
   * noted as attending, so that others have heard it; else the chair says how it has reached them.
   *
   * @param reached how the vote has reached the chair, in words; may be null while the board sits
   * @throws Refusal as {@link #cast}, {@code vote.not-the-chair}, {@code cab.not-attending}, {@code
   *     vote.how-it-came}
   */
  @Transactional
  public void recorded(String number, String voter, Choice choice, String reason, String reached) {
    Vote vote = open(number);
    requireMember(vote, voter);
    duties.get().require(number, ChangeDuties.APPROVAL);
    if (!user.actor().isIn(vote.route().chair())) {
      throw Refusal.forbidden(
          "vote.not-the-chair", "Only whoever chairs the board records the votes of others.");
    }
    requireHeard(vote, voter, reached);
    keep(vote, voter, choice, reason, Ballot.How.CHAIR, reached);
    goOn(vote, voter, choice, reason);
  }

  private void requireHeard(Vote vote, String voter, String reached) {
    Optional<Set<String>> attending = attendance.attending(vote.route().board());
    if (attending.isPresent() && !attending.get().contains(voter)) {
      throw Refusal.conflict(
          "cab.not-attending",
          "The board sits: the chair records votes of those who attend; note that first.");
    }
    if (attending.isEmpty() && Blank.is(reached)) {
      throw Refusal.invalid(
          "vote.how-it-came",
          "reached",
          "The board does not sit now: say how the vote has reached you, such as by telephone.");
    }
  }

  /** Whether the board of a vote sits now. */
  public boolean sits(Vote vote) {
    return attendance.attending(vote.route().board()).isPresent();
  }

  private static void requireMember(Vote vote, String voter) {
    if (!vote.has(voter)) {
      throw Refusal.forbidden(
          "vote.no-member",
          "This vote is the board's as it was when it was opened; this account is not in it.");
    }
  }

  /** Who votes for a member now: the member, a deputy, or null if nobody by name can. */
  private String deputyOf(Vote vote, String voter) {
    return standIn(vote, voter).account();
  }

  private StandIn standIn(Vote vote, String voter) {
    return standIns
        .get()
        .of(voter, Work.duty(vote.change(), vote.route().board(), ChangeDuties.APPROVAL));
  }

  private void keep(
      Vote vote, String voter, Choice choice, String reason, Ballot.How how, String reached) {
    int position =
        1
            + (int)
                store.ballots(vote.change(), vote.number()).stream()
                    .filter(one -> one.voter().equals(voter))
                    .count();
    var ballot =
        new Ballot(
            vote.change(),
            vote.number(),
            voter,
            position,
            choice,
            reason,
            user.actor().id(),
            how,
            time.instant());
    store.add(ballot);
    ledger.write(
        steps
            .change(vote.change())
            .fact("vote.cast")
            .with("vote", vote.number())
            .with("voter", Personal.of(voter))
            .with("ballot", position)
            .with("choice", choice.name())
            .with("reason", Personal.of(reason))
            .with("how", how.name())
            .with("castBy", Personal.of(ballot.castBy()))
            .with("reached", Personal.of(reached)));
  }

  /** Those who have not voted are told that the end is near. */
  public void remind(String number) {
    Vote vote = open(number);
    Change change = steps.change(number);
    List<Member> missing = outstanding(vote);
    news.voteReminder(change, accounts(missing), vote.dueAt(), vote.number() + "/remind");
    tellUnattended(change, vote, missing, "remind");
  }

  /** Whether the end was reached without a quorum, and the chair has not put it off yet. */
  public boolean mayExtend(String number) {
    Vote vote = latest(number);
    return !vote.extended() && counted(vote) == Result.NO_QUORUM;
  }

  /** The chair puts the end off, once, by as long as the vote was open at first. */
  public void extended(String number, String why) {
    Vote vote = open(number);
    Vote after = vote.extended(after(vote.route().within(), vote.route().calendar()));
    store.save(after);
    ledger.write(
        steps
            .change(number)
            .fact("vote.extended")
            .with("vote", vote.number())
            .with("reason", Personal.of(why))
            .changed("dueAt", vote.dueAt().toString(), after.dueAt().toString()));
    news.voteReminder(
        steps.change(number),
        accounts(outstanding(after)),
        after.dueAt(),
        vote.number() + "/extended");
  }

  private Result counted(Vote vote) {
    return vote.route()
        .rule()
        .count(vote.members(), Vote.last(store.ballots(vote.change(), vote.number())));
  }

  /**
   * The chair ends the vote before it is counted, because it cannot be decided now. What follows is
   * the chair's to say, and it is neither an approval nor a rejection.
   *
   * @throws Refusal {@code vote.none-open}, {@code vote.not-the-chair}, {@code vote.due} once its
   *     end was reached, {@code duties.conflict} for whoever asked for the change or carries it out
   */
  @Transactional
  public void stopped(String number, String why) {
    Vote vote = open(number);
    if (!chairs(vote)) {
      throw Refusal.forbidden(
          "vote.not-the-chair", "Only whoever chairs the board ends a vote before it is counted.");
    }
    duties.get().require(number, ChangeDuties.APPROVAL);
    if (!time.instant().isBefore(vote.dueAt())) {
      throw Refusal.conflict(
          "vote.due", "The vote's end was reached: it is counted, or put off, by its task.");
    }
    store.save(vote.closed(time.instant(), Result.STOPPED));
    ledger.write(
        steps
            .change(number)
            .fact("vote.ended")
            .with("vote", vote.number())
            .with("result", Result.STOPPED.name())
            .with("why", Personal.of(why)));
    flow.get().decided(number);
  }

  /** Counts and ends the vote; one that the chair has stopped stays as it is. */
  public Vote counted(String number) {
    Vote latest = latest(number);
    if (latest.result() == Result.STOPPED) {
      return latest;
    }
    Vote vote = open(number);
    Vote closed = vote.closed(time.instant(), counted(vote));
    store.save(closed);
    Map<String, Choice> ballots = Vote.last(store.ballots(number, vote.number()));
    ledger.write(
        steps
            .change(number)
            .fact("vote.closed")
            .with("vote", vote.number())
            .with("result", closed.result().name())
            .with("because", because(vote))
            .with("yes", count(ballots, Choice.YES))
            .with("no", count(ballots, Choice.NO))
            .with("abstain", count(ballots, Choice.ABSTAIN))
            .with("outstanding", Personal.of(accounts(outstanding(vote)))));
    return closed;
  }

  /** Why the tasks of those who have not voted end. */
  private String because(Vote vote) {
    if (outstanding(vote).isEmpty()) {
      return "complete";
    }
    return isDecided(vote.change()) ? "decided" : "due";
  }

  private static long count(Map<String, Choice> ballots, Choice choice) {
    return ballots.values().stream().filter(one -> one == choice).count();
  }

  /** What the table makes of the count is the decision. */
  public void decided(String number, Verdict verdict, String why, String tableVersion) {
    steps.decided(number, new Decision(verdict, why, null, null, tableVersion));
  }

  /** The group that decides after the board: the change authority, or else the board's chair. */
  public String decider(String number) {
    Vote vote = latest(number);
    Route route = vote.route();
    return route.authority() == null || vote.result() == Result.STOPPED
        ? route.chair()
        : route.authority();
  }

  /**
   * A person decides: the change authority whom the board advised, or the chair where there was no
   * quorum.
   *
   * @throws Refusal {@code vote.no-quorum} if the chair would approve what the board has not:
   *     silence never approves; {@code vote.stopped} if what was not voted on would be approved or
   *     rejected
   */
  public void decidedByPerson(String number, Verdict verdict, String reason, Instant until) {
    Vote vote = latest(number);
    boolean isLast = verdict == Verdict.APPROVED || verdict == Verdict.REJECTED;
    if (vote.result() == Result.STOPPED && isLast) {
      throw Refusal.invalid(
          "vote.stopped",
          "verdict",
          "The board has not voted: put it off, or ask for more; it then votes anew.");
    }
    if (verdict == Verdict.APPROVED && vote.route().authority() == null) {
      throw Refusal.invalid(
          "vote.no-quorum",
          "verdict",
          "Too few have voted: that approves nothing. Reject it, put it off, or ask for more.");
    }
    steps.decided(
        number,
        new Decision(
            verdict, reason, verdict == Verdict.DEFERRED ? until : null, user.actor().id(), null));
  }

  /** What was voted on is not what would be done any more: the vote ends without a result. */
  @Override
  public void voided(Change change, String why) {
    store
        .lock(change.number())
        .filter(Vote::isOpen)
        .ifPresent(
            vote -> {
              store.save(vote.closed(time.instant(), null));
              ledger.write(
                  change
                      .fact("vote.ended")
                      .with("vote", vote.number())
                      .with("why", Personal.of(why)));
            });
  }

  /** All votes on a change, the oldest first. */
  public List<Vote> of(String number) {
    return store.of(number);
  }

  /** Ballots of a vote, the oldest first; replaced ones too. */
  public List<Ballot> ballots(Vote vote) {
    return store.ballots(vote.change(), vote.number());
  }

  /** The open vote, if there is one. */
  public Optional<Vote> current(String number) {
    return store.of(number).stream().filter(Vote::isOpen).findFirst();
  }
}
