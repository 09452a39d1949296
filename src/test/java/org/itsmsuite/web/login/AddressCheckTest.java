package org.itsmsuite.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.identity.AddressLine;
import org.itsmsuite.identity.AddressNeed;
import org.itsmsuite.identity.PermittedAddresses;
import org.itsmsuite.identity.ServedAddress;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AddressCheckTest {

  @Nested
  class AServedAddress {

    @Test
    void isFineWithALineOfItsOwn() {
      assertThatCode(() -> check("/a/{id} GET POST").holds("GET /a/{key}", "POST /a/{key}"))
          .doesNotThrowAnyException();
    }

    @Test
    void isFineBelowALineForAll() {
      assertThatCode(() -> check("/a/** GET").holds("GET /a/b/{c}", "GET /a/{x:[A-Z]+-[0-9]+}/d"))
          .doesNotThrowAnyException();
    }

    @Test
    void stopsTheStartWithoutALine() {
      assertThatThrownBy(() -> check("/a GET").holds("GET /a", "GET /b/{id}"))
          .isInstanceOf(ContentException.class)
          .hasMessageContaining("access.address-unlisted")
          .hasMessageContaining("GET /b/{id} (somebody)");
    }

    @Test
    void stopsTheStartWithAnotherMethodThanItsLines() {
      assertThatThrownBy(() -> check("/a GET").holds("GET /a", "DELETE /a"))
          .hasMessageContaining("DELETE /a");
    }

    @Test
    void needsTheMoreParticularLineToNameItsMethod() {
      assertThatThrownBy(
              () -> check("/a/** GET POST", "/a/b GET").holds("GET /a/b", "POST /a/b", "POST /a/c"))
          .hasMessageContaining("POST /a/b");
    }
  }

  @Nested
  class ALine {

    @Test
    void isToldIfNothingAnswersThere() {
      assertThat(check("/a GET", "/b GET").holds("GET /a")).containsExactly("GET /b");
    }

    @Test
    void isToldForAMethodThatNothingTakes() {
      assertThat(check("/a GET POST").holds("GET /a")).containsExactly("POST /a");
    }

    @Test
    void mayBeAboutSomeOfWhatOneHandlerAnswers() {
      assertThat(check("/a/** GET", "/a/set-up GET").holds("GET /a/**")).isEmpty();
    }

    @Test
    void isMetByWhatTakesAnyMethod() {
      assertThat(check("/error GET").holds("* /error")).isEmpty();
    }
  }

  @Test
  void theMostParticularLineIsTheOneThatCounts() {
    var table = new AddressTable(table("/a/** GET", "/a/{id} GET", "/a/b GET"));
    assertThat(table.find("/a/b").orElseThrow().address()).isEqualTo("/a/b");
    assertThat(table.find("/a/x").orElseThrow().address()).isEqualTo("/a/{id}");
    assertThat(table.find("/a/x/y").orElseThrow().address()).isEqualTo("/a/**");
    assertThat(table.find("/b")).isEmpty();
  }

  private interface Checked {
    List<String> holds(String... served);
  }

  private static Checked check(String... lines) {
    var table = table(lines);
    var check = new AddressCheck(table, new AddressTable(table), List.of());
    return served ->
        check.check(
            Arrays.stream(served)
                .map(one -> one.split(" "))
                .map(one -> new ServedAddress(one[0], one[1], "somebody"))
                .toList());
  }

  /** Lines such as {@code /a GET POST}. */
  private static PermittedAddresses table(String... lines) {
    var all =
        Arrays.stream(lines)
            .map(one -> one.split(" "))
            .map(
                one -> {
                  var needs = new LinkedHashMap<String, AddressNeed>();
                  for (int i = 1; i < one.length; i++) {
                    needs.put(one[i], new AddressNeed(AddressNeed.Kind.LOGIN, null, null));
                  }
                  return new AddressLine(one[0], needs, null, "addresses." + one[0]);
                })
            .toList();
    return new PermittedAddresses(all, Map.of());
  }
}
