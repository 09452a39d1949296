package org.itsmsuite.identity.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.EngineGrant;
import org.itsmsuite.web.DemoSuite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoSuite
class EngineGrantsTest {

  @Autowired EngineGrants grants;
  @Autowired TasklistFilters filters;
  @Autowired AuthorizationService authorizations;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  private List<EngineGrant> table;

  @BeforeEach
  void readTheTable() {
    table = new ArrayList<>(access.engineGrants());
  }

  @AfterEach
  void putBack() {
    grants.apply(access.engineGrants());
  }

  @Test
  void changesNothingWhenTheTableIsTheSame() {
    var before = ids();
    var facts = facts();
    grants.apply(table);
    filters.create();
    assertThat(ids()).isEqualTo(before).hasSizeGreaterThan(50);
    assertThat(facts()).as("facts about rights").isEqualTo(facts);
  }

  @Test
  void addsAndRemovesAsTheTableSays() {
    table.add(grant("DEPLOYMENT", "*", "READ"));
    grants.apply(table);
    assertThat(find(Resources.DEPLOYMENT, "*").isPermissionGranted(Permissions.READ)).isTrue();

    table.remove(table.size() - 1);
    grants.apply(table);
    assertThat(find(Resources.DEPLOYMENT, "*")).isNull();
  }

  @Test
  void changesPermissions() {
    table.add(grant("DEPLOYMENT", "*", "READ", "CREATE"));
    grants.apply(table);
    table.remove(table.size() - 1);
    table.add(grant("DEPLOYMENT", "*", "READ"));
    grants.apply(table);
    var authorization = find(Resources.DEPLOYMENT, "*");
    assertThat(authorization.isPermissionGranted(Permissions.READ)).isTrue();
    assertThat(authorization.isPermissionGranted(Permissions.CREATE)).isFalse();
  }

  @Test
  void repairsWhatSomebodyChangedByHand() {
    var authorization = find(Resources.PROCESS_DEFINITION, "*");
    authorization.addPermission(Permissions.CREATE_INSTANCE);
    authorizations.saveAuthorization(authorization);
    grants.apply(table);
    assertThat(
            find(Resources.PROCESS_DEFINITION, "*")
                .isPermissionGranted(Permissions.CREATE_INSTANCE))
        .isFalse();
  }

  @Test
  void writesAnewWhatSomebodyDeletedByHand() {
    authorizations.deleteAuthorization(find(Resources.PROCESS_DEFINITION, "*").getId());
    grants.apply(table);
    assertThat(find(Resources.PROCESS_DEFINITION, "*")).isNotNull();
  }

  @Test
  void leavesAloneWhatSomebodyGaveByHand() {
    var byHand = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    byHand.setGroupId("service-desk");
    byHand.setResource(Resources.BATCH);
    byHand.setResourceId("*");
    byHand.addPermission(Permissions.READ);
    authorizations.saveAuthorization(byHand);

    table.add(grant("BATCH", "*", "CREATE"));
    grants.apply(table);
    table.remove(table.size() - 1);
    grants.apply(table);

    assertThat(find(Resources.BATCH, "*").isPermissionGranted(Permissions.READ)).isTrue();
    authorizations.deleteAuthorization(find(Resources.BATCH, "*").getId());
  }

  @Test
  void saysWhereTheTableNamesSomethingTheEngineDoesNotHave() {
    isRefused(grant("DEPLOYMENTS", "*", "READ"), "access.unknown-resource", ".resource");
    isRefused(grant("DEPLOYMENT", "*", "REED"), "access.unknown-engine-permission", ".permissions");
    isRefused(grant("FILTER", "No such", "READ"), "access.unknown-filter", ".ids");
  }

  private void isRefused(EngineGrant grant, String key, String place) {
    assertThatThrownBy(() -> grants.apply(List.of(grant)))
        .isInstanceOfSatisfying(
            ContentException.class,
            fault -> {
              assertThat(fault.key()).isEqualTo(key);
              assertThat(fault.place()).isEqualTo("here" + place);
            });
  }

  private Authorization find(Resources resource, String id) {
    return authorizations
        .createAuthorizationQuery()
        .groupIdIn("service-desk")
        .resourceType(resource)
        .resourceId(id)
        .singleResult();
  }

  private long facts() {
    return jdbc.sql("select count(*) from itsm.ledger_entry where record = 'identity'")
        .query(Long.class)
        .single();
  }

  private Set<String> ids() {
    return authorizations.createAuthorizationQuery().list().stream()
        .map(Authorization::getId)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static EngineGrant grant(String resource, String id, String... permissions) {
    return new EngineGrant("service-desk", resource, id, Set.of(permissions), "here");
  }
}
