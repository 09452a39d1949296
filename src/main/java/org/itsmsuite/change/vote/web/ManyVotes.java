package org.itsmsuite.change.vote.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.Problem;
import org.itsmsuite.web.Problems;
import org.springframework.stereotype.Component;

/**
 * Ballots by page and API, each in a transaction of its own: what is refused for one change is done
 * for the others all the same.
 */
@Component
class ManyVotes {

  private final Votes votes;
  private final ChangeAccess access;
  private final CurrentUser user;
  private final Problems problems;

  ManyVotes(Votes votes, ChangeAccess access, CurrentUser user, Problems problems) {
    this.votes = votes;
    this.access = access;
    this.user = user;
    this.problems = problems;
  }

  /**
   * What became of one.
   *
   * @param key of the refusal, left out if it was done
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(String number, boolean done, String key, String detail) {}

  /** Casts them one after the other. */
  List<Result> cast(VotesBody body) {
    List<Result> results = new ArrayList<>();
    for (VotesBody.Checked one : body.checked()) {
      try {
        cast(
            one.number(),
            body.voter(),
            one.choice(),
            one.reason(),
            Boolean.TRUE.equals(body.recorded()));
        results.add(new Result(one.number(), true, null, null));
      } catch (RuntimeException failed) {
        Problem problem = problems.of(failed);
        results.add(new Result(one.number(), false, problem.key(), problem.detail()));
      }
    }
    return results;
  }

  /**
   * Casts one.
   *
   * @param voter null for whoever acts
   * @throws Refusal {@code change.not-found}, and as {@link Votes#cast} and {@link Votes#recorded}
   *     say
   */
  void cast(String number, String voter, Choice choice, String reason, boolean recorded) {
    access.visible(number);
    String whose = voter == null || voter.isBlank() ? user.actor().id() : voter.strip();
    if (recorded) {
      votes.recorded(number, whose, choice, reason, null);
    } else {
      votes.castAtThePage(number, whose, choice, reason);
    }
  }
}
