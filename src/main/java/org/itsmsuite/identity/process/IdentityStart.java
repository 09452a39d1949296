package org.itsmsuite.identity.process;

import org.camunda.bpm.engine.IdentityService;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Demo;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.identity.SetUp;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Groups, accounts, filters and rights, all there before the first request is taken. */
@Component
class IdentityStart implements SmartInitializingSingleton {

  private final IdentityService identity;
  private final Demo demo;
  private final ObjectProvider<DemoAccountsSeed> demoAccounts;
  private final ObjectProvider<SetUp> setUp;
  private final TasklistFilters filters;
  private final EngineGrants grants;
  private final Access access;
  private final TransactionOperations transaction;

  IdentityStart(
      IdentityService identity,
      Demo demo,
      ObjectProvider<DemoAccountsSeed> demoAccounts,
      ObjectProvider<SetUp> setUp,
      TasklistFilters filters,
      EngineGrants grants,
      Access access,
      TransactionOperations transaction) {
    this.identity = identity;
    this.demo = demo;
    this.demoAccounts = demoAccounts;
    this.setUp = setUp;
    this.filters = filters;
    this.grants = grants;
    this.access = access;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        status -> {
          if (!identity.isReadOnly()) {
            Groups.all().forEach(this::createGroup);
          }
          demoAccounts.ifAvailable(
              demo.on() ? DemoAccountsSeed::create : DemoAccountsSeed::removeUnchanged);
          setUp.ifAvailable(SetUp::prepare);
          filters.create();
          grants.apply(access.engineGrants());
        });
  }

  private void createGroup(String id, String name) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      var group = identity.newGroup(id);
      group.setName(name);
      group.setType("ITSM");
      identity.saveGroup(group);
    }
  }
}
