package org.itsmsuite.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.itsmsuite.web.DemoSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people talk on the page of a record. */
@DemoSuite
class ConversationBrowserTest {

  @RegisterExtension static final People PEOPLE = new People();

  @LocalServerPort int port;

  private Screens as(String account) {
    return new Screens(PEOPLE.page(account, port)).logsIn(account);
  }

  private static Locator thread(Page page) {
    return page.locator("#conversation .thread");
  }

  private static FilePayload file(String name, int size) {
    return new FilePayload(name, "text/plain", "x".repeat(size).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void bothSidesWriteByKeyboardAlone() {
    var requester = as("requester");
    String number = requester.reports("The lamp flickers", "");
    Page outside = requester.page();
    outside.getByLabel("Write a message").focus();
    outside.keyboard().insertText("Two lines\nof text");
    outside.keyboard().press("Tab");
    assertThat(outside.getByLabel("Add files")).isFocused();
    outside.keyboard().press("Tab");
    outside.keyboard().press("Enter");
    assertThat(thread(outside)).containsText("Two lines\nof text");
    assertThat(outside.getByRole(AriaRole.STATUS)).hasText("It is sent.");

    Page inside = as("agent").opens(number).page();
    inside.getByLabel("Write a message").focus();
    inside.keyboard().insertText("Hush");
    inside.getByLabel("The requester", new Page.GetByLabelOptions().setExact(true)).focus();
    inside.keyboard().press("ArrowDown");
    inside.keyboard().press("Tab");
    inside.keyboard().press("Enter");
    assertThat(thread(inside).locator(".is-note")).containsText("Hush");

    assertThat(thread(requester.opens(number).page())).not().containsText("Hush");
  }

  @Test
  void aFileThatIsTooLargeIsToldBeforeItIsSent() {
    var requester = as("requester");
    requester.reports("The lamp flickers", "");
    Page page = requester.page();
    page.getByLabel("Write a message").fill("See the film");
    Locator files = page.getByLabel("Add files");
    files.setInputFiles(file("film.txt", 10 * 1024 * 1024 + 1));
    requester.button("Send").click();
    Assertions.assertThat(files.evaluate("field => field.validationMessage").toString())
        .contains("At most 10 MB", "film.txt");
    assertThat(page.getByLabel("Write a message")).hasValue("See the film");

    files.setInputFiles(file("still.txt", 2_000));
    requester.button("Send").click();
    assertThat(thread(page)).containsText("See the film");
    assertThat(page.locator("#conversation .files")).containsText("still.txt");
  }

  @Test
  void aRefusedTextStaysWhereItIsAndTheScreenMayBeNarrow() {
    var requester = as("requester");
    requester.reports("The lamp flickers", "");
    Page page = requester.page();
    page.setViewportSize(320, 900);
    page.getByLabel("Write a message").fill("x".repeat(500));
    page.getByLabel("Add files").setInputFiles(file("w".repeat(150) + ".pdf", 10));
    requester.button("Send").click();
    assertThat(page.locator("#conversation [role=alert]")).containsText("attachment.type-mismatch");
    assertThat(page.getByLabel("Write a message")).hasValue("x".repeat(500));
    page.getByLabel("Add files").setInputFiles(file("w".repeat(150) + ".txt", 10));
    requester.button("Send").click();
    assertThat(thread(page)).containsText("xxx");
    Assertions.assertThat(
            (Boolean)
                page.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .isTrue();
  }
}
