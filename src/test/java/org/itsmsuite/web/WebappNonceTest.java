package org.itsmsuite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

/** A page of a web application and its header speak of the same nonce, whoever asks meanwhile. */
@DemoSuite
class WebappNonceTest {

  private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");

  @LocalServerPort int port;

  @Test
  void isTheOneOfTheRequestAndOfNoOther() throws Exception {
    var server = new MockServletContext();
    server.setAttribute("another", "for all");
    var one = through(server);
    var other = through(server);

    one.setAttribute(WebappNonce.ATTRIBUTE, "of one");
    other.setAttribute(WebappNonce.ATTRIBUTE, "of the other");

    assertThat(one.getAttribute(WebappNonce.ATTRIBUTE)).isEqualTo("of one");
    assertThat(one.getAttribute("another")).isEqualTo("for all");
    assertThat(server.getAttribute(WebappNonce.ATTRIBUTE)).isNull();
  }

  private static jakarta.servlet.ServletContext through(MockServletContext server)
      throws Exception {
    var chain = new MockFilterChain();
    new WebappNonce.OfItsOwn()
        .doFilter(new MockHttpServletRequest(server), new MockHttpServletResponse(), chain);
    return chain.getRequest().getServletContext();
  }

  @Test
  void isTheSameInHeaderAndPageWhenManyAskAtOnce() {
    var admin = Visitor.browser(port);
    admin.logIn("admin", "admin");
    admin.get("/camunda/app/admin/default/");

    var pages =
        IntStream.range(0, 60)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> admin.get("/camunda/app/admin/default/")))
            .toList();

    assertThat(pages)
        .extracting(CompletableFuture::join)
        .allSatisfy(
            page -> {
              var header =
                  IN_HEADER.matcher(
                      page.headers().firstValue("Content-Security-Policy").orElseThrow());
              var text = IN_PAGE.matcher(page.body());
              assertThat(header.find()).isTrue();
              assertThat(text.results().map(found -> found.group(1)).distinct())
                  .containsExactly(header.group(1));
            });
  }
}
