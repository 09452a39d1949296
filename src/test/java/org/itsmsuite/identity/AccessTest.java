package org.itsmsuite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

  private static final Access SHIPPED = Access.read(new Table(text -> text));

  private final Actor agent = new Actor("agent", Set.of("service-desk"));
  private final Actor requester = new Actor("requester", Set.of("customers"));
  private final Actor auditor = new Actor("auditor", Set.of("auditors"));

  @Nested
  class TheShippedTable {

    @Test
    void letsRequestersSeeTheirOwn() {
      var scope = SHIPPED.scope(requester, "incident.read");
      assertThat(scope.own()).isTrue();
      assertThat(scope.customer()).isFalse();
      assertThat(scope.group()).isFalse();
      assertThat(scope.all()).isFalse();
    }

    @Test
    void letsTheServiceDeskSeeAll() {
      assertThat(SHIPPED.scope(agent, "incident.read").all()).isTrue();
      assertThat(SHIPPED.scope(agent, "incident.read").own()).isTrue();
    }

    @Test
    void addsUpWhatAllGroupsMay() {
      var both = new Actor("x", Set.of("customer-contacts", "cab"));
      var scope = SHIPPED.scope(both, "incident.read");
      assertThat(scope.customer()).isTrue();
      assertThat(scope.group()).isTrue();
      assertThat(scope.all()).isFalse();
    }

    @Test
    void letsAuditorsReadAndNothingElse() {
      assertThat(SHIPPED.scope(auditor, "incident.read").all()).isTrue();
      assertThat(SHIPPED.may(auditor, "ledger.read")).isTrue();
      assertThat(SHIPPED.may(auditor, "incident.report")).isFalse();
      assertThat(SHIPPED.names(auditor, "incident.act")).isEmpty();
      assertThat(SHIPPED.engineGrants())
          .filteredOn(grant -> grant.group().equals("auditors"))
          .isNotEmpty()
          .allSatisfy(
              grant ->
                  assertThat(grant.permissions())
                      .isSubsetOf("ACCESS", "READ", "READ_INSTANCE", "READ_TASK", "READ_HISTORY"));
    }

    @Test
    void namesActions() {
      assertThat(SHIPPED.may(agent, "incident.act", "wait")).isTrue();
      assertThat(SHIPPED.may(requester, "incident.act", "wait")).isFalse();
      assertThat(SHIPPED.may(requester, "incident.act", "confirm")).isTrue();
    }

    @Test
    void givesActionsOnRecordsOfAScope() {
      assertThat(SHIPPED.scope(requester, "incident.act", "cancel"))
          .isEqualTo(new Scopes(Set.of(Scope.OWN)));
      var contact = new Actor("contact", Set.of("customer-contacts"));
      assertThat(SHIPPED.scope(contact, "incident.act", "cancel"))
          .isEqualTo(new Scopes(Set.of(Scope.OWN, Scope.CUSTOMER)));
      assertThat(SHIPPED.scope(agent, "incident.act", "cancel").all()).isTrue();
      assertThat(SHIPPED.scope(requester, "incident.act", "wait").none()).isTrue();
      assertThat(SHIPPED.scope(Actor.SYSTEM, "incident.act", "wait").all()).isTrue();
    }

    @Test
    void letsSuppliersHelpAndDecideNothing() {
      var supplier = new Actor("supplier-1", Set.of("suppliers"));
      assertThat(SHIPPED.scope(supplier, "incident.act", "message").group()).isTrue();
      for (var decision : Set.of("confirm", "cancel", "reopen")) {
        assertThat(SHIPPED.scope(supplier, "incident.act", decision).group()).isFalse();
      }
    }

    @Test
    void givesNothingOfTheProvidersToARoleElsewhere() {
      var chairOfTheParent =
          new Actor(
              "chair", Set.of("customer-contacts", "parent-top-management", "Top-Management"));
      for (var permission : Set.of("incident.internal", "engine.rest", "ledger.read")) {
        assertThat(SHIPPED.may(chairOfTheParent, permission)).as(permission).isFalse();
      }
      assertThat(SHIPPED.scope(chairOfTheParent, "incident.read"))
          .isEqualTo(new Scopes(Set.of(Scope.OWN, Scope.CUSTOMER)));
      assertThat(SHIPPED.names(chairOfTheParent, "security.act")).isEmpty();
      var topManager = new Actor("top-manager", Set.of("top-management"));
      assertThat(SHIPPED.may(topManager, "security.act", "review")).isTrue();
    }

    @Test
    void givesNothingToSomebodyWithoutAGroup() {
      var stranger = new Actor("stranger", Set.of());
      assertThat(SHIPPED.may(stranger, "incident.report")).isFalse();
      assertThat(SHIPPED.scope(stranger, "incident.read").none()).isTrue();
    }

    @Test
    void letsTheSuiteItselfDoAll() {
      assertThat(SHIPPED.may(Actor.SYSTEM, "ledger.read")).isTrue();
      assertThat(SHIPPED.scope(Actor.SYSTEM, "incident.read").all()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "customer-contacts", "suppliers"})
    void keepsOutsidersFromTheEngine(String group) {
      assertThat(SHIPPED.may(new Actor("x", Set.of(group)), "engine.rest")).isFalse();
      assertThat(SHIPPED.engineGrants()).noneMatch(grant -> grant.group().equals(group));
    }

    @Test
    void givesNobodyButAdministratorsTheRightToChangeTheEngine() {
      assertThat(SHIPPED.engineGrants())
          .filteredOn(grant -> !grant.group().equals(Groups.ADMINISTRATORS))
          .isNotEmpty()
          .allSatisfy(
              grant ->
                  assertThat(grant.permissions())
                      .doesNotContain("ALL", "CREATE", "UPDATE", "DELETE", "CREATE_INSTANCE"));
    }

    @Test
    void doesNotKnowMisspeltPermissions() {
      assertThatThrownBy(() -> SHIPPED.may(agent, "incident.raed"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("incident.raed");
    }
  }

  @Nested
  class AFaultyTable {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "service-desk: | service-desks: | access.group-missing | groups",
          "customers:\\n    outside | guests: {sets: [everybody]}\\n  customers:\\n    outside | access.unknown-group | groups.guests",
          "ledger.read: true | ledger.raed: true | access.unknown-permission | groups.auditors.may.ledger.raed",
          "incident.read: [own] | incident.read: [mine] | access.wrong-value | sets.everybody.may.incident.read",
          "incident.act: [note, | incident.act: [notes, | access.wrong-value | sets.staff.may.incident.act",
          "incident.report: true | incident.report: false | access.wrong-value | sets.everybody.may.incident.report",
          "incident.act: {own: [message | incident.act: {mine: [message | access.wrong-value | sets.everybody.may.incident.act.mine",
          "incident.act: {own: [message | incident.act: {own: [massage | access.wrong-value | sets.everybody.may.incident.act.own",
          "incident.read: [customer] | incident.read: [all] | access.inside-only | groups.customer-contacts",
          "incident.read: [own, group] | outbox.read: true | access.inside-only | groups.suppliers",
          "attach, take]} | attach]}\\n    engine: [{resource: TASK, ids: [x], permissions: [READ]}] | access.inside-only | groups.suppliers",
          "engine.rest: true\\n      incident.read: [all] | incident.read: [all] | access.engine-closed | groups.auditors.engine",
          "kind: SCOPE | kind: RANGE | access.unknown-kind | permissions.incident.read.kind",
          "second-level: {sets: [everybody, | second-level: {sets: [all, | access.unknown-set | groups.second-level.sets",
          "permissions: [ALL] | rights: [ALL] | access.unknown-key | line",
          "groups: | groups: [ | access.unreadable | line"
        })
    void isRefusedWithItsPlace(String right, String wrong, String key, String place) {
      assertThatThrownBy(
              () ->
                  Access.read(
                      new Table(
                          text ->
                              replaceFirst(
                                  text, right.replace("\\n", "\n"), wrong.replace("\\n", "\n")))))
          .isInstanceOfSatisfying(
              ContentException.class,
              fault -> {
                assertThat(fault.key()).isEqualTo(key);
                assertThat(fault.file()).isEqualTo("config/access.yaml");
                assertThat(fault.place()).startsWith(place);
                assertThat(fault.getMessage()).doesNotContain("org.itsmsuite", "java.");
              });
    }

    private String replaceFirst(String text, String right, String wrong) {
      assertThat(text).contains(right);
      var at = text.indexOf(right);
      return text.substring(0, at) + wrong + text.substring(at + right.length());
    }
  }

  private record Table(UnaryOperator<String> change) implements ContentSource {

    @Override
    public List<String> list(String folder, String suffix) {
      return List.of();
    }

    @Override
    public boolean exists(String name) {
      return true;
    }

    @Override
    public byte[] read(String name) {
      try {
        return change.apply(Files.readString(Path.of(name))).getBytes(StandardCharsets.UTF_8);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
