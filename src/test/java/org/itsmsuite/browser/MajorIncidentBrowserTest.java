package org.itsmsuite.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.itsmsuite.web.DemoSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A major incident on the screens of those who lead it, work on it and review it. */
@DemoSuite
class MajorIncidentBrowserTest {

  @RegisterExtension static final People PEOPLE = new People();

  @LocalServerPort int port;

  private Screens as(String account) {
    return new Screens(PEOPLE.page(account, port)).logsIn(account);
  }

  @Test
  void isLedFromItsDeclarationToItsReviewByThreePeople() {
    String number = as("requester").reports("Nobody can log in", "Since eight this morning");
    as("agent")
        .opensTasklist("My groups", number)
        .claims(number)
        .ticks("An incident")
        .chooses("Category", "Access")
        .chooses("Pass on to", "Second-level support")
        .completes(number);

    var manager = as("incident-manager").opensTasklist("My groups", number);
    manager
        .works("Take charge", number)
        .ticks("Second-level support")
        .writes("Second-level support: what is to be done", "Look at the directory")
        .completes("Take charge", number);
    var specialist = as("specialist").opensTasklist("My groups", number);
    specialist
        .works("technical task", number)
        .ticks("Done")
        .writes("Result", "The directory was full; it has room again.")
        .completes("technical task", number);
    manager
        .opensTasklist("My tasks", number)
        .works("update", number)
        .writes("The next update", "The cause is found; logging in works again soon.")
        .completes("update", number);

    specialist
        .opensTasklist("My groups", number)
        .works("Restore service", number)
        .ticks("The service works again")
        .writes("What was done", "Room was made in the directory.")
        .chooses("How it was solved", "Repaired")
        .ticks("Yes")
        .completes("Restore service", number);
    manager
        .opensTasklist("My tasks", number)
        .works("report", number)
        .writes("Cause, as far as known", "A directory without a limit")
        .writes("Effect on services and customers", "Nobody could log in for an hour")
        .writes("What was done", "Room was made")
        .completes("report", number);

    var reviewer = as("service-level-manager").opensTasklist("My groups", number);
    reviewer
        .works("Review", number)
        .writes("Who took part", "Incident manager, second level")
        .writes("Findings", "Nobody watched the directory")
        .ticks("Yes")
        .completes("Review", number);

    var page = manager.opens(number).page();
    assertThat(page.getByText("Major incident").first()).isVisible();
    assertThat(page.getByText("The cause is found; logging in works again soon.").first())
        .isVisible();
    assertThat(page.getByText("top-management").first()).isVisible();
  }
}
