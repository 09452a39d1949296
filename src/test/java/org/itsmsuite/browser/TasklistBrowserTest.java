package org.itsmsuite.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.itsmsuite.web.DemoSuite;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole way of an incident through the screens that people have in front of them. */
@DemoSuite
class TasklistBrowserTest {

  @RegisterExtension static final People PEOPLE = new People();

  @LocalServerPort int port;

  private Screens as(String account) {
    return new Screens(PEOPLE.page(account, port)).logsIn(account);
  }

  @Nested
  class AnIncident {

    @Test
    void goesFromThePageThroughTasklistToTheRequestersAnswer() {
      var requester = as("requester");
      String number = requester.reports("The door stays shut", "Since eight this morning");
      assertThat(requester.status()).hasText("New");

      var agent = as("agent").opensTasklist("My groups", number).claims(number);
      agent
          .ticks("An incident")
          .chooses("Category", "Premises")
          .chooses("Pass on to", "Second-level support");
      agent.completes(number);
      assertThat(requester.opens(number).status()).hasText("Assigned");

      var specialist = as("specialist").opensTasklist("My groups", number).claims(number);
      assertThat(requester.opens(number).status()).hasText("In progress");
      specialist.ticks("The service works again");
      specialist.form().getByLabel("What was done").fill("The lock was replaced.");
      specialist.chooses("How it was solved", "Repaired").ticks("Yes").completes(number);

      assertThat(requester.opens(number).status()).hasText("Resolved");
      assertThat(requester.page().getByText("The lock was replaced.")).isVisible();
      requester.button("Yes, it works again").click();
      assertThat(requester.status()).hasText("Closed");
    }

    @Test
    void staysWhereItIsWhenTheFormIsRefused() {
      String number = as("requester").reports("It was said before", "");
      var agent = as("agent").opensTasklist("My groups", number).claims(number);
      agent.ticks("A duplicate of another incident");

      Locator duplicate = agent.form().getByLabel("Duplicate of (number)");
      duplicate.fill("INC-1");
      duplicate.clear();
      assertThat(agent.form().getByText("Field is required.")).isVisible();
      assertThat(agent.button("Complete")).isDisabled();

      duplicate.fill("INC-999999");
      agent.button("Complete").click();
      assertThat(agent.page().locator("[notifications-panel]").first())
          .containsText("There is no incident \"INC-999999\"");
      assertThat(agent.form()).isVisible();
      assertThat(agent.opens(number).status()).hasText("In progress");
    }
  }

  @Nested
  class ATaskForm {

    @Test
    void showsTheRecordsFactsAsText() {
      String title = "<b>Bold</b> <script>document.title='taken over'</script>";
      String number = as("requester").reports(title, "[x](javascript:alert(1)) " + title);
      var agent = as("agent").opensTasklist("My groups", number).claims(number);

      assertThat(agent.form().getByLabel("Title")).hasValue(title);
      assertThat(agent.form().getByLabel("Priority")).hasValue("P1");
      assertThat(agent.form().getByLabel("Description"))
          .hasValue("[x](javascript:alert(1)) " + title);
      assertThat(agent.form().getByText("Open the record"))
          .hasAttribute("href", "/incidents/" + number);
      assertThat(agent.page()).not().hasTitle("taken over");
      assertThat(agent.opens(number).page().locator("h1")).containsText(title);
    }

    @Test
    void offersSimilarIncidentsToBeADuplicateOf() {
      String title = "Turnstile jams [x](javascript:alert(1)) <b>again</b>";
      var requester = as("requester");
      String first = requester.reports(title, "");
      String number = requester.reports("The turnstile jams", "");
      var agent = as("agent").opensTasklist("My groups", number).claims(number);

      assertThat(agent.form().getByText("Similar open incidents")).isVisible();
      Locator link = agent.form().getByText(first, new Locator.GetByTextOptions().setExact(true));
      assertThat(link).hasAttribute("href", "/incidents/" + first);
      assertThat(agent.form()).containsText("Turnstile jams [x](javascript:alert(1)) <b>again</b>");

      agent.chooses("Category", "Other").ticks("A duplicate of another incident");
      Locator other = agent.form().getByLabel("Duplicate of (number)");
      assertThat(other).isVisible();
      agent.choosesByStart("Duplicate of one of the similar ones", first);
      assertThat(other).hasCount(0);
      agent.completes(number);
      assertThat(agent.opens(number).status()).hasText("Closed");
    }

    @Test
    void asksOnlyForWhatTheAnswersCallFor() {
      String number = as("requester").reports("Something is odd", "");
      var agent = as("agent").opensTasklist("My groups", number).claims(number);
      Locator duplicate = agent.form().getByLabel("Duplicate of (number)");

      assertThat(duplicate).hasCount(0);
      agent.ticks("A duplicate of another incident");
      assertThat(duplicate).isVisible();
      agent.ticks("An incident");
      assertThat(duplicate).hasCount(0);
    }
  }

  @Nested
  class Tasklist {

    @Test
    void putsWhatIsDueFirstOnTop() {
      Page page = as("agent").page();
      page.navigate("/camunda/app/tasklist/");
      assertThat(page).hasURL(Pattern.compile(".*sorting=.*dueDate.*asc.*"));
      // Where its words load late, Tasklist keeps showing their key, DUE_DATE.
      assertThat(page.locator("[cam-sorting-choices]"))
          .containsText(Pattern.compile("due.date", Pattern.CASE_INSENSITIVE));
      for (String filter : List.of("My tasks", "My groups", "Overdue")) {
        assertThat(page.getByText(filter).first()).isVisible();
      }
      assertThat(page.getByText("Start process")).isHidden();
      assertThat(page.getByText("Create task")).isHidden();
    }

    @Test
    void endsTheWholeSessionByItsOwnLogOut() {
      Page page = as("agent").page();
      page.navigate("/camunda/app/tasklist/");
      page.locator(".account .dropdown-toggle").click();
      page.locator(".logout a").click();
      assertThat(page).hasURL(Pattern.compile(".*/login\\?logout$"));

      page.navigate("/camunda/app/tasklist/");
      assertThat(page).hasURL(Pattern.compile(".*/login$"));
      page.navigate("/incidents");
      assertThat(page).hasURL(Pattern.compile(".*/login$"));
    }
  }

  @Nested
  class OurPages {

    @Test
    void drawWhereAnIncidentStands() {
      String number = as("requester").reports("Where is it?", "");
      Page page = as("agent").opens(number).page();

      assertThat(page.locator(".diagram[data-state=shown]")).isVisible();
      assertThat(page.locator(".diagram-token")).isVisible();
      assertThat(page.locator(".diagram .bjs-powered-by")).isVisible();
      assertThat(page.locator(".diagram-steps li")).hasText("Triage incident");
    }

    @Test
    void chooseAllIncidentsOfTheListAtOnce() {
      var requester = as("requester");
      String first = requester.reports("Wobbly shelf in the archive", "");
      String second = requester.reports("Wobbly shelf in the library", "");
      Page page = as("agent").page();
      page.navigate("/incidents?text=Wobbly");
      page.getByLabel("Choose all on this page").check();
      assertThat(page.getByLabel("Choose " + first)).isChecked();
      page.getByLabel("Choose " + second).uncheck();
      assertThat(page.getByLabel("Choose all on this page")).not().isChecked();
      page.getByLabel("Choose all on this page").check();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Assign to me")).click();

      assertThat(page.getByText("Done for 2 of 2.")).isVisible();
      assertThat(page).hasURL(Pattern.compile(".*/incidents\\?text=Wobbly$"));
      page.navigate("/incidents/" + second);
      page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName(second + " is a child of " + first))
          .click();
      assertThat(page.getByLabel("Linked records")).containsText("Child of");
    }

    @Test
    void needNoMouseToReport() {
      var requester = as("requester");
      Page page = requester.page();
      page.navigate("/incidents/report");
      page.getByLabel("Title").focus();
      var keys = page.keyboard();
      keys.type("By keyboard");
      for (String typed : List.of("No mouse", "Digital", "Interruption", "Low", "Low")) {
        keys.press("Tab");
        keys.type(typed);
      }
      while (!(Boolean) page.evaluate("document.activeElement.matches('form.report button')")) {
        keys.press("Tab");
      }
      keys.press("Enter");

      String number = requester.numberThatWasGiven();
      Assertions.assertThat(number).startsWith("INC-");
      assertThat(page.locator("h1")).containsText("By keyboard");
      assertThat(page.locator("p.said")).hasText("No mouse");
    }
  }
}
