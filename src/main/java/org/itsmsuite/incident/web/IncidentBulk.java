package org.itsmsuite.incident.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.conversation.Conversations;
import org.itsmsuite.conversation.Visibility;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.web.BulkRequest.Checked;
import org.itsmsuite.incident.web.BulkRequest.Kind;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.Problem;
import org.itsmsuite.web.Problems;
import org.springframework.stereotype.Component;

/**
 * One action for many incidents, each in a transaction of its own: what is refused for one is done
 * for the others all the same.
 */
@Component
class IncidentBulk {

  private final IncidentActions actions;
  private final IncidentAccess access;
  private final SupportGroups groups;
  private final Conversations conversations;
  private final Problems problems;

  IncidentBulk(
      IncidentActions actions,
      IncidentAccess access,
      SupportGroups groups,
      Conversations conversations,
      Problems problems) {
    this.actions = actions;
    this.access = access;
    this.groups = groups;
    this.conversations = conversations;
    this.problems = problems;
  }

  /**
   * What became of one of them.
   *
   * @param key why not, or null
   * @param detail why not, as a sentence, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(String number, boolean done, String key, String detail) {}

  boolean may(Kind kind) {
    return access.may("incident.bulk") && access.mayAct(kind.action());
  }

  /**
   * @return one result for each number, in their order
   * @throws Refusal if nothing was tried: {@code incident.bulk-not-allowed}, {@code
   *     incident.action-not-allowed}, {@code incident.unknown-group}, or fields that are not valid
   */
  List<Result> run(BulkRequest request) {
    if (!access.may("incident.bulk")) {
      throw Refusal.forbidden(
          "incident.bulk-not-allowed", "You may not act on many incidents at once.");
    }
    Checked checked = request.checked();
    access.requireAct(checked.kind().action());
    String group = checked.values().get("group");
    if (group != null && groups.find(group).isEmpty()) {
      throw Refusal.invalid("incident.unknown-group", "group", "There is no such support group.");
    }
    List<Result> results = new ArrayList<>();
    for (String number : checked.numbers()) {
      results.add(result(number, checked));
    }
    return results;
  }

  private Result result(String number, Checked checked) {
    try {
      if (checked.kind() == Kind.REPLY) {
        access.visible(number);
        conversations.write(number, checked.values().get("text"), Visibility.REQUESTER);
      } else {
        actions.act(number, checked.kind().action(), checked.values());
      }
      return new Result(number, true, null, null);
    } catch (RuntimeException failure) {
      Problem problem = problems.of(failure);
      return new Result(number, false, problem.key(), problem.detail());
    }
  }
}
