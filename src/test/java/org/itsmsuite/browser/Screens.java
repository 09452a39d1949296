package org.itsmsuite.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What one person does on the screens, in their words. */
record Screens(Page page) {

  Screens logsIn(String account) {
    page.navigate("/login");
    page.getByLabel("Account", onPage()).fill(account);
    page.getByLabel("Password", onPage()).fill(account);
    button("Log in").click();
    assertThat(page.getByRole(AriaRole.HEADING, named("Good to see you, " + account))).isVisible();
    return this;
  }

  /** Returns the number the report got. */
  String reports(String title, String description) {
    page.navigate("/incidents/report");
    page.getByLabel("Title").fill(title);
    page.getByLabel("Description").fill(description);
    page.getByLabel("Service").selectOption("workplace");
    page.getByLabel("Kind").selectOption("INTERRUPTION");
    page.getByLabel("Impact").selectOption("HIGH");
    page.getByLabel("Urgency").selectOption("HIGH");
    button("Report it").click();
    return numberThatWasGiven();
  }

  String numberThatWasGiven() {
    assertThat(page).hasURL(Pattern.compile(".*/incidents/INC-[0-9]+$"));
    return page.url().substring(page.url().lastIndexOf('/') + 1);
  }

  Screens opens(String number) {
    page.navigate("/incidents/" + number);
    assertThat(page.locator("h1 .number")).hasText(number);
    return this;
  }

  Locator status() {
    return page.locator(".badges .status");
  }

  /** Opens a filter of Tasklist, narrowed to one record: other tests leave theirs in the list. */
  Screens opensTasklist(String filter, String number) {
    String narrowed =
        "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\""
            + number
            + "\",\"name\":\"\"}]";
    page.navigate(
        "/camunda/app/tasklist/default/#/?searchQuery="
            + URLEncoder.encode(narrowed, StandardCharsets.UTF_8));
    page.locator(".task-filters, [cam-tasklist-filters]").getByText(filter).first().click();
    return this;
  }

  Locator task(String number) {
    return page.locator("li.task").filter(new Locator.FilterOptions().setHasText(number));
  }

  /** One of several tasks of a record. */
  Locator task(String step, String number) {
    return task(number).filter(new Locator.FilterOptions().setHasText(step));
  }

  /** Takes a task that somebody has already given to this person, or that nobody has. */
  Screens works(String step, String number) {
    task(step, number).click();
    assertThat(form()).isVisible();
    assertThat(form().getByLabel("Incident", exactly()).first()).hasValue(number);
    Locator claim = page.locator(".claim, [ng-click^='claim']").first();
    if (claim.isVisible()) {
      claim.click();
    }
    assertThat(button("Complete")).isVisible();
    return this;
  }

  Screens completes(String step, String number) {
    button("Complete").click();
    assertThat(form()).hasCount(0);
    return this;
  }

  Screens writes(String field, String text) {
    form().getByLabel(field).fill(text);
    return this;
  }

  Screens claims(String number) {
    task(number).click();
    assertThat(form()).isVisible();
    page.locator(".claim, [ng-click^='claim']").first().click();
    assertThat(form().getByLabel("Incident", exactly()).first()).hasValue(number);
    assertThat(button("Complete")).isEnabled();
    return this;
  }

  Screens completes(String number) {
    button("Complete").click();
    assertThat(task(number)).hasCount(0);
    assertThat(form()).hasCount(0);
    return this;
  }

  Locator form() {
    return page.locator(".fjs-container");
  }

  Screens chooses(String field, String option) {
    form()
        .locator(".fjs-form-field-select")
        .filter(new Locator.FilterOptions().setHasText(field))
        .locator(".fjs-input-group")
        .click();
    form().locator(".fjs-dropdownlist-item").getByText(option, textExactly()).click();
    return this;
  }

  /** An option of which only the beginning is known. */
  Screens choosesByStart(String field, String start) {
    form()
        .locator(".fjs-form-field-select")
        .filter(new Locator.FilterOptions().setHasText(field))
        .locator(".fjs-input-group")
        .click();
    form().locator(".fjs-dropdownlist-item").getByText(start).first().click();
    return this;
  }

  Screens ticks(String option) {
    form().getByLabel(option, exactly()).check();
    return this;
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }

  private static Page.GetByLabelOptions onPage() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static Locator.GetByTextOptions textExactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
