package org.itsmsuite.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DemoTest {

  @ParameterizedTest
  @CsvSource({
    "true, false, default, true, false",
    "true, true, default, true, true",
    "false, true, default, false, false",
    "true, true, keycloak, false, false"
  })
  void isOnUnlessSwitchedOffAndExposedOnlyOnRequest(
      boolean demo, boolean exposed, String profile, boolean on, boolean reachable) {
    new ApplicationContextRunner()
        .withUserConfiguration(Demo.class)
        .withPropertyValues(
            "itsm.demo=" + demo,
            "itsm.demo-exposed=" + exposed,
            "spring.profiles.active=" + profile)
        .run(
            context -> {
              assertThat(context.getBean(Demo.class).on()).isEqualTo(on);
              assertThat(context.getBean(Demo.class).exposed()).isEqualTo(reachable);
              assertThat(context.getBean(Demo.class).accounts()).hasSize(on ? 25 : 0);
            });
  }

  @Test
  void everyAccountIsInAGroupThatExistsAndHasAWholeName() {
    assertThat(DemoAccount.ALL)
        .allSatisfy(
            account -> {
              assertThat(Groups.ids()).containsAll(account.groups());
              assertThat(account.firstName()).isNotBlank();
              assertThat(account.lastName()).isNotBlank();
            });
    assertThat(DemoAccount.ALL.stream().flatMap(account -> account.groups().stream()))
        .as("every group can be tried out")
        .containsAll(Groups.ids());
  }
}
