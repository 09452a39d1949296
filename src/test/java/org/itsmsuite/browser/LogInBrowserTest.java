package org.itsmsuite.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.itsmsuite.web.DemoSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser makes of our log-in form, and of what Admin offers with our own accounts. */
@DemoSuite
class LogInBrowserTest {

  @RegisterExtension static final People PEOPLE = new People();

  @LocalServerPort int port;
  @Autowired TaskService tasks;

  private static void gives(Page page, String account, String password) {
    page.locator("#username").fill(account);
    page.locator("#password").fill(password);
    new Screens(page).button("Log in").click();
  }

  @Test
  void aLinkToATaskLeadsThroughTheLogInToTheTask() {
    String number =
        new Screens(PEOPLE.page("requester", port))
            .logsIn("requester")
            .reports("The link to the task", "");
    String task = tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult().getId();

    var agent = PEOPLE.page("agent", port);
    agent.navigate("/camunda/app/tasklist/default/#/?task=" + task);
    gives(agent, "agent", "not the password");
    assertThat(agent.getByText("Unknown account or wrong password.")).isVisible();
    gives(agent, "agent", "agent");

    assertThat(agent)
        .hasURL(Pattern.compile(".*/camunda/app/tasklist/default/.*#/\\?.*task=" + task + ".*"));
    assertThat(new Screens(agent).form().getByLabel("Incident").first()).hasValue(number);
  }

  @Test
  void whoGuessesTooOftenIsToldHowLongToWait() {
    var page = PEOPLE.page("guessing", port);
    page.navigate("/camunda/app/tasklist/default/#/?task=some");
    for (int i = 0; i < 6; i++) {
      gives(page, "nobody-who-guesses", "guess-" + i);
    }
    assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
        .containsText(Pattern.compile("Wait [0-9]+ seconds?, then try again once"));
    assertThat(page.getByText("login.too-many")).isVisible();
    assertThat(page.locator("#password")).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*#/\\?task=some$"));
  }

  @Test
  void adminOffersToAddPeopleAndTellsWhatAPasswordNeeds() {
    var admin = new Screens(PEOPLE.page("admin", port)).logsIn("admin").page();
    admin.navigate("/camunda/app/admin/default/#/users");
    admin.locator("a[href='#/user-create']").first().click();

    assertThat(admin.locator("#inputUserId")).isVisible();
    admin.locator("#inputPassword").fill("x");
    assertThat(admin.getByText("12 characters").first()).isVisible();
  }
}
