package org.itsmsuite.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The people in front of the screen, each with a browser session of their own that ends with the
 * test; what they saw when a test failed is kept under {@code target/screenshots}. Where no browser
 * can run, the tests are skipped and the reason is printed; they fail instead if the environment
 * says ITSM_BROWSER_REQUIRED=true.
 */
class People
    implements ExecutionCondition, AfterTestExecutionCallback, AfterEachCallback, AfterAllCallback {

  private static final double PATIENCE = 30_000;

  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final Queue<String> blocked = new ConcurrentLinkedQueue<>();
  private Browsers browsers;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (browsers != null) {
      return ConditionEvaluationResult.enabled("A browser runs.");
    }
    try {
      browsers = Browsers.start();
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
      return ConditionEvaluationResult.enabled("A browser runs.");
    } catch (PlaywrightException e) {
      if (Boolean.parseBoolean(System.getenv("ITSM_BROWSER_REQUIRED"))) {
        throw new IllegalStateException("ITSM_BROWSER_REQUIRED is set, but no browser runs", e);
      }
      String reason = context.getDisplayName() + " is skipped: " + e.getMessage();
      System.out.println(reason);
      return ConditionEvaluationResult.disabled(reason);
    }
  }

  /** The same page each time for the same name; a new session for a new name. */
  Page page(String person, int port) {
    return pages.computeIfAbsent(
        person,
        one -> {
          BrowserContext session =
              browsers
                  .browser()
                  .newContext(
                      new NewContextOptions()
                          .setBaseURL("http://127.0.0.1:" + port)
                          .setViewportSize(1280, 1600));
          session.setDefaultTimeout(PATIENCE);
          session.onConsoleMessage(this::note);
          return session.newPage();
        });
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      String test =
          context.getRequiredTestClass().getSimpleName()
              + "."
              + context.getRequiredTestMethod().getName();
      pages.forEach(
          (person, page) ->
              page.screenshot(
                  new ScreenshotOptions()
                      .setPath(Path.of("target/screenshots", test + "-" + person + ".png"))));
    }
  }

  /** Camunda's own applications have rules of their own, and break some of them themselves. */
  private void note(ConsoleMessage said) {
    if (said.text().contains("Content Security Policy")
        && !said.page().url().contains("/camunda/")) {
      blocked.add(said.page().url() + ": " + said.text());
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    pages.values().forEach(page -> page.context().close());
    pages.clear();
    var found = List.copyOf(blocked);
    blocked.clear();
    assertThat(found).as("what the browser refused to load or do on our own pages").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (browsers != null && context.getParent().map(ExtensionContext::getTestClass).isPresent()) {
      context
          .getTestClass()
          .filter(one -> one.getEnclosingClass() == null)
          .ifPresent(outer -> browsers.close());
    }
  }
}
