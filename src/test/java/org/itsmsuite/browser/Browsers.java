package org.itsmsuite.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One headless Chromium: the one that the system property or environment variable ITSM_BROWSER
 * names, else one found on the system, else Playwright's own download unless
 * PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD forbids it.
 */
final class Browsers implements AutoCloseable {

  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/google-chrome-stable",
          "/usr/bin/microsoft-edge",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "C:/Program Files/Google/Chrome/Application/chrome.exe",
          "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe");

  private final Playwright playwright;
  private final Browser browser;

  private Browsers(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /**
   * @throws PlaywrightException with the reason, where no browser can run
   */
  static Browsers start() {
    Optional<Path> found = found();
    if (found.isEmpty() && System.getenv("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD") != null) {
      throw new PlaywrightException(
          "no Chromium is installed, and PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD forbids the download;"
              + " ITSM_BROWSER may name one");
    }
    var options = new CreateOptions();
    found.ifPresent(one -> options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Playwright playwright = Playwright.create(options);
    try {
      return new Browsers(playwright, playwright.chromium().launch(launch(found)));
    } catch (PlaywrightException e) {
      playwright.close();
      throw e;
    }
  }

  private static LaunchOptions launch(Optional<Path> found) {
    // No sandbox: build machines run this as root. Little shared memory: they are containers.
    var options =
        new LaunchOptions()
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-dev-shm-usage",
                    "--disable-gpu",
                    "--disable-background-networking"));
    found.ifPresent(options::setExecutablePath);
    return options;
  }

  private static Optional<Path> found() {
    String named = System.getProperty("ITSM_BROWSER", System.getenv("ITSM_BROWSER"));
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
