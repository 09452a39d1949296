package org.itsmsuite.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.itsmsuite.keycloak.KeycloakRealm;
import org.itsmsuite.keycloak.KeycloakServer;
import org.itsmsuite.keycloak.KeycloakSuite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One log-in at Keycloak for everything that has a screen, and one log-out. */
@KeycloakSuite
class KeycloakBrowserTest {

  @RegisterExtension static final People PEOPLE = new People();

  private final KeycloakRealm realm = KeycloakServer.running().realm();

  @LocalServerPort int port;
  @Autowired TaskService tasks;

  @AfterEach
  void usualTokens() {
    realm.accessTokensLive(Duration.ofMinutes(5));
  }

  private Page page(String account) {
    return PEOPLE.page(account, port);
  }

  private static void givesNameAndPassword(Page page, String account) {
    assertThat(page.locator("#kc-form-login")).isVisible();
    page.locator("#username").fill(account);
    page.locator("#password").fill(account);
    page.locator("#kc-login").click();
  }

  private Screens loggedIn(String account) {
    var page = page(account);
    page.navigate("/");
    givesNameAndPassword(page, account);
    assertThat(
            page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName("Good to see you, " + account)))
        .isVisible();
    return new Screens(page);
  }

  @Test
  void aTaskIsClaimedAndCompletedInTasklist() {
    var requester = loggedIn("requester");
    String number = requester.reports("The blinds do not move", "Since the storm");

    var agent = loggedIn("agent").opensTasklist("My groups", number).claims(number);
    agent
        .ticks("An incident")
        .chooses("Category", "Premises")
        .chooses("Pass on to", "Second-level support");
    agent.completes(number);

    assertThat(requester.opens(number).status()).hasText("Assigned");
    var specialist = loggedIn("specialist").opensTasklist("My groups", number);
    assertThat(specialist.task(number)).isVisible();
  }

  @Test
  void oneLogInOpensPagesTasklistCockpitAndAdmin() {
    var admin = page("admin");
    admin.navigate("/camunda/app/cockpit/default/");
    givesNameAndPassword(admin, "admin");

    assertThat(admin).hasURL(Pattern.compile(".*/camunda/app/cockpit/default/.*"));
    assertThat(admin.getByText("Process Definitions").first()).isVisible();
    admin.navigate("/camunda/app/tasklist/default/");
    assertThat(admin.locator("[cam-tasklist-filters], .task-filters").first()).isVisible();
    admin.navigate("/camunda/app/admin/default/#/groups");
    assertThat(admin.getByText("service-desk").first()).isVisible();
    admin.navigate("/incidents");
    assertThat(admin.locator("header.top strong")).hasText("admin");
  }

  @Test
  void logOutInAnyWebApplicationEndsAll() {
    for (String application : List.of("tasklist", "cockpit", "admin")) {
      var admin = PEOPLE.page("admin in " + application, port);
      admin.navigate("/");
      givesNameAndPassword(admin, "admin");
      assertThat(admin.locator("header.top strong")).hasText("admin");
      admin.navigate("/camunda/app/" + application + "/default/");
      admin
          .locator(".account.dropdown, .user-account, [cam-widget-header] .account")
          .first()
          .click();
      admin.locator(".logout").first().click();

      assertThat(admin).hasURL(Pattern.compile(".*/login\\?logout$"));
      admin.navigate("/incidents");
      assertThat(admin.locator("#kc-form-login")).isVisible();
    }
  }

  @Test
  void logOutOnAPageEndsTheWebApplicationsToo() {
    var agent = loggedIn("agent").page();
    agent.navigate("/camunda/app/tasklist/default/");
    agent.navigate("/");
    agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out")).click();

    assertThat(agent).hasURL(Pattern.compile(".*/login\\?logout$"));
    agent.navigate("/camunda/app/tasklist/default/");
    assertThat(agent.locator("#kc-form-login")).isVisible();
  }

  @Test
  void logOutAtKeycloakEndsOurSession() {
    realm.create("leaving-by-the-other-door", "service-desk");
    var person = loggedIn("leaving-by-the-other-door").page();

    // As an application beside ours, or the account's own page there, would.
    person.navigate(KeycloakServer.running().issuer() + "/protocol/openid-connect/logout");
    person.locator("#kc-logout").click();
    Assertions.assertThat(realm.sessions("leaving-by-the-other-door")).isZero();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              person.navigate("/incidents");
              return person.locator("#kc-form-login").isVisible();
            });
    realm.delete("leaving-by-the-other-door");
  }

  @Test
  void aLinkLeadsThroughTheLogInToItsPage() {
    String number = loggedIn("requester").reports("The link in the mail", "");

    var contact = page("customer-contact");
    contact.navigate("/incidents/" + number + "?from=mail");
    givesNameAndPassword(contact, "customer-contact");

    assertThat(contact.locator("h1 .number")).hasText(number);
    assertThat(contact).hasURL(Pattern.compile(".*/incidents/" + number + "\\?from=mail.*"));
  }

  @Test
  void aLinkToATaskLeadsThroughTheLogInToTheTask() {
    String number = loggedIn("requester").reports("The link to the task", "");
    String task = tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult().getId();

    var agent = page("agent");
    agent.navigate("/camunda/app/tasklist/default/#/?task=" + task);
    givesNameAndPassword(agent, "agent");

    assertThat(agent)
        .hasURL(Pattern.compile(".*/camunda/app/tasklist/default/.*#/\\?.*task=" + task + ".*"));
    assertThat(new Screens(agent).form().getByLabel("Incident").first()).hasValue(number);
  }

  @Test
  void aLinkLeadsToItsPlaceWhereSomebodyIsLoggedInAtKeycloakAlready() {
    var admin = loggedIn("admin").page();
    admin.context().clearCookies(new ClearCookiesOptions().setName("JSESSIONID"));

    admin.navigate("/camunda/app/admin/default/#/groups");

    assertThat(admin).hasURL(Pattern.compile(".*/camunda/app/admin/default/.*#/groups.*"));
    assertThat(admin.getByText("service-desk").first()).isVisible();
  }

  @Test
  void adminShowsPeopleAndGroupsAndOffersNothingThatKeycloakDoes() {
    var admin = page("admin");
    admin.navigate("/camunda/app/admin/default/#/users");
    givesNameAndPassword(admin, "admin");

    assertThat(admin.locator("td.username").first()).isVisible();
    assertThat(admin.locator("a[href='#/user-create']")).isHidden();
    admin.navigate("/camunda/app/admin/default/#/users/agent?tab=profile");
    assertThat(admin.locator("#inputLastname")).hasValue("Agent");
    assertThat(admin.locator("[ng-click='updateProfile()']")).isHidden();
    assertThat(admin.locator("aside a[href$='?tab=account']")).isHidden();
    admin.navigate("/camunda/app/admin/default/#/users/agent?tab=account");
    assertThat(admin.locator("form[name='updateCredentialsForm']")).isHidden();
    assertThat(admin.locator("[ng-click='deleteUser()']")).isHidden();
    admin.navigate("/camunda/app/admin/default/#/users/agent?tab=groups");
    assertThat(admin.locator("td.group-id")).hasText("service-desk");
    assertThat(admin.locator("[ng-click='openCreateGroupMembershipDialog()']")).isHidden();
    assertThat(admin.locator("[ng-click='removeGroup(group.id)']")).isHidden();
    admin.navigate("/camunda/app/admin/default/#/groups");
    assertThat(admin.locator("td.group-id").first()).isVisible();
    assertThat(admin.locator("a[href='#/group-create']")).isHidden();
  }
}
