package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.change.web.ChangePractice;
import org.itsmsuite.incident.LinkType;
import org.itsmsuite.incident.Mechanism;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Reports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.ExtendedModelMap;

/**
 * What an incident's page offers is done, and what it does not offer is refused with a key:
 * wherever the incident stands, and whoever looks. Each act is rolled back, so that one incident
 * serves for all.
 */
@DemoSuite
class OfferedActionsTest {

  private static final List<String> PEOPLE =
      List.of("requester", "agent", "specialist", "incident-manager", "auditor");

  private static final Set<String> DECIDING = Set.of("mechanism", "type", "number", "waitingFor");

  /** An action with its values, as a form of the page sends it. */
  private record Act(String action, Map<String, String> values) {

    static Act of(String action, String... values) {
      Map<String, String> all = new HashMap<>();
      for (int i = 0; i < values.length; i += 2) {
        all.put(values[i], values[i + 1]);
      }
      return new Act(action, all);
    }

    /** What is chosen decides whether it is possible; texts do not. */
    String kind() {
      return action
          + Optional.ofNullable(values.get("mechanism")).map(one -> " " + one).orElse("")
          + (action.equals("link") ? " " + values.get("type") : "");
    }
  }

  @LocalServerPort int port;
  @Autowired private IncidentActions actions;
  @Autowired private IncidentRecordPage page;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ProcessEngine engine;
  @Autowired private JdbcClient jdbc;
  private String number;
  private String other;
  private String change;

  @AfterEach
  void giveTheTimeBack() {
    ClockUtil.reset();
    SecurityContextHolder.clearContext();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOfferedIsDoneAndNothingElse(Situation situation) {
    // Before the clock is set: a change of the future would stand on top of everybody's list.
    change = begunChange();
    number = situation.reach(port, engine);
    other = Reports.reported(Program.of(port, "requester"), Reports.report());
    var all = new SoftAssertions();
    for (String person : PEOPLE) {
      List<Act> offers = as(person, this::offers);
      Set<String> offered = new TreeSet<>();
      for (Act act : offers) {
        offered.add(act.kind());
        all.assertThat(as(person, () -> outcome(act)))
            .as(person + " " + act)
            .isIn("done", dependsOnTheOther(situation));
      }
      for (Act act : everything()) {
        if (!offered.contains(act.kind())) {
          all.assertThat(as(person, () -> outcome(act)))
              .as(person + ", to whom it is not offered: " + act)
              .matches("(FORBIDDEN|NOT_FOUND|CONFLICT) (incident\\.[a-z-]+|duties\\.conflict)");
        }
      }
    }
    all.assertAll();
  }

  /** Only one that has begun can have caused anything. */
  private String begunChange() {
    String begun = new ChangePractice(port).requested("change-manager");
    jdbc.sql("update itsm.change_record set started_at = opened_at where number = ?")
        .param(begun)
        .update();
    return begun;
  }

  /**
   * What is restricted can be a duplicate of what is restricted too, which the other one is not.
   */
  private static String dependsOnTheOther(Situation situation) {
    return situation == Situation.RESTRICTED ? "CONFLICT incident.restricted-duplicate" : "done";
  }

  @ParameterizedTest
  @EnumSource(names = {"RESOLVED", "CONFIRMED_BEFORE_ITS_CHILDREN", "CLOSED"})
  void theRequesterCanReopenIt(Situation situation) {
    number = situation.reach(port, engine);
    assertThat(as("requester", this::offers)).extracting(Act::action).contains("reopen");
  }

  private <T> T as(String account, Supplier<T> what) {
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(account, null, List.of()));
    try {
      return what.get();
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private String outcome(Act act) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          try {
            actions.act(number, act.action(), act.values());
            return "done";
          } catch (Refusal refusal) {
            return refusal.kind() + " " + refusal.key();
          }
        });
  }

  private List<Act> offers() {
    var model = new ExtendedModelMap();
    try {
      page.view(number, model);
    } catch (Refusal unknown) {
      return List.of();
    }
    List<Act> offers = new ArrayList<>();
    if ((boolean) model.getAttribute("mayConfirm")) {
      offers.add(Act.of("confirm"));
    }
    if ((boolean) model.getAttribute("mayReopen")) {
      offers.add(Act.of("reopen", "reason", "Still broken"));
    }
    for (Object offer : (List<?>) model.getAttribute("actions")) {
      offers.addAll(acts((ActionOffer) offer));
    }
    // The list of similar incidents offers the same in one step.
    if (offers.stream().anyMatch(act -> act.kind().equals("reclassify DUPLICATE"))) {
      offers.add(Act.of("duplicate-of", "number", other, "reason", "The same"));
    }
    return offers;
  }

  /** Once for each choice that a select of it has, where the choice decides what is possible. */
  private List<Act> acts(ActionOffer offer) {
    List<Act> acts = new ArrayList<>(List.of(Act.of(offer.name())));
    for (ActionOffer.Field field : offer.fields()) {
      List<String> choices =
          field.type().equals("select")
              ? field.options().stream()
                  .map(ActionOffer.Option::value)
                  .limit(DECIDING.contains(field.name()) ? Long.MAX_VALUE : 1)
                  .toList()
              : List.of(written(offer.name(), field));
      acts =
          new ArrayList<>(
              acts.stream()
                  .flatMap(act -> choices.stream().map(value -> with(act, field.name(), value)))
                  .toList());
    }
    acts.stream()
        .filter(act -> act.values().containsKey("mechanism") && !act.kind().endsWith("DUPLICATE"))
        .forEach(act -> act.values().remove("number"));
    return acts;
  }

  private static Act with(Act act, String field, String value) {
    Map<String, String> values = new HashMap<>(act.values());
    values.put(field, value);
    return new Act(act.action(), values);
  }

  private String written(String action, ActionOffer.Field field) {
    return switch (field.name()) {
      case "number" -> action.equals("caused-by-change") ? change : other;
      case "account" -> "incident-manager";
      default -> "Because";
    };
  }

  /** Everything that anybody may want to do with an incident, with values that are fine. */
  private List<Act> everything() {
    List<Act> everything =
        new ArrayList<>(
            List.of(
                Act.of("confirm"),
                Act.of("reopen", "reason", "Still broken"),
                Act.of("set-priority", "impact", "HIGH", "urgency", "HIGH"),
                Act.of("wait", "waitingFor", "CHANGE"),
                Act.of("resume"),
                Act.of("hand-over", "group", "third-level"),
                Act.of("cancel", "reason", "Works again"),
                Act.of("take"),
                Act.of("duplicate-of", "number", other, "reason", "The same"),
                Act.of("unlink", "type", "RELATED_TO", "number", other, "reason", "Wrong"),
                Act.of("declare-major", "reason", "All offices"),
                Act.of("withdraw-major", "reason", "One office"),
                Act.of("name-major-manager", "account", "incident-manager"),
                Act.of("add-technical-task", "group", "third-level", "task", "Restart")));
    for (Mechanism one : Mechanism.values()) {
      everything.add(
          one == Mechanism.DUPLICATE
              ? Act.of("reclassify", "mechanism", one.name(), "number", other, "reason", "The same")
              : Act.of("reclassify", "mechanism", one.name(), "reason", "It is"));
    }
    for (LinkType one : List.of(LinkType.CHILD_OF, LinkType.PARENT_OF, LinkType.RELATED_TO)) {
      everything.add(Act.of("link", "type", one.name(), "number", other));
    }
    return everything;
  }
}
