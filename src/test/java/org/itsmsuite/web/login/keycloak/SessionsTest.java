package org.itsmsuite.web.login.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.login.keycloak.Sessions.State.GOES_ON;
import static org.itsmsuite.web.login.keycloak.Sessions.State.OVER;
import static org.itsmsuite.web.login.keycloak.Sessions.State.UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.identity.EndedSessions;
import org.itsmsuite.web.login.ProviderUnavailable;
import org.itsmsuite.web.login.TokenRefused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** How long a session goes on, and what it needs for that. */
class SessionsTest {

  private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");

  private final HandSetClock clock = new HandSetClock(NINE);
  private final Set<String> over = new HashSet<>();
  private final List<String> asked = new ArrayList<>();
  private Set<String> groups = Set.of("service-desk");
  private Map<String, Set<String>> claims = Map.of("skills", Set.of("first-aid", "surgery"));
  private String account = "agent";
  private RuntimeException answer;

  private final Sessions sessions =
      new Sessions(
          Duration.ofHours(1),
          this::refresh,
          token -> facts(),
          new EndedSessions() {
            @Override
            public void end(String session) {
              over.add(session);
            }

            @Override
            public boolean isOver(String session) {
              return over.contains(session);
            }
          },
          clock);

  private final KeycloakPerson person = person();

  private KeycloakPerson person() {
    var tokens = new SessionTokens("s-1", facts());
    tokens.keep("refresh-0");
    var idToken =
        new OidcIdToken(
            "id", NINE, NINE.plusSeconds(300), Map.of("sub", "1", "preferred_username", "agent"));
    return new KeycloakPerson(idToken, tokens);
  }

  private TokenFacts facts() {
    return new TokenFacts(
        account, groups, "s-1", "t", clock.instant().plusSeconds(300), true, claims);
  }

  private JsonNode refresh(String refreshToken) {
    asked.add(refreshToken);
    if (answer != null) {
      throw answer;
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("access_token", "a")
        .put("refresh_token", "refresh-" + asked.size());
  }

  @Nested
  class WhileItsAccessTokenLives {

    @Test
    void goesOnWithoutAsking() {
      clock.forward(Duration.ofSeconds(299));

      assertThat(sessions.look(person)).isEqualTo(GOES_ON);
      assertThat(asked).isEmpty();
    }

    @Test
    void isOverAsSoonAsKeycloakHasSaidSo() {
      over.add("s-1");

      assertThat(sessions.look(person)).isEqualTo(OVER);
    }
  }

  @Nested
  class WhenItsAccessTokenHasExpired {

    @Test
    void takesTheGroupsOfTheNext() {
      groups = Set.of("service-desk", "auditors");
      claims = Map.of("skills", Set.of("first-aid"));
      assertThat(person.claim("skills")).containsExactlyInAnyOrder("first-aid", "surgery");
      clock.forward(Duration.ofSeconds(300));

      assertThat(sessions.look(person)).isEqualTo(GOES_ON);
      assertThat(person.groups()).containsExactlyInAnyOrder("service-desk", "auditors");
      assertThat(person.claim("skills")).containsExactly("first-aid");
      assertThat(person.claim("never-kept")).isEmpty();
    }

    @Test
    void usesEachRefreshTokenOnce() {
      for (int i = 0; i < 3; i++) {
        clock.forward(Duration.ofSeconds(300));
        sessions.look(person);
        sessions.look(person);
      }

      assertThat(asked).containsExactly("refresh-0", "refresh-1", "refresh-2");
    }

    @Test
    void isOverWhenKeycloakRefuses() {
      answer = new TokenRefused(null);
      clock.forward(Duration.ofSeconds(300));

      assertThat(sessions.look(person)).isEqualTo(OVER);
    }

    @Test
    void isOverWhenItIsSuddenlySomebodyElses() {
      account = "admin";
      groups = Set.of("camunda-admin");
      clock.forward(Duration.ofSeconds(300));

      assertThat(sessions.look(person)).isEqualTo(OVER);
      assertThat(person.groups()).containsExactly("service-desk");
    }

    @Test
    void isOverWhenNothingCanBeAskedFor() {
      person.tokens().keep(null);
      clock.forward(Duration.ofSeconds(300));

      assertThat(sessions.look(person)).isEqualTo(OVER);
    }
  }

  @Nested
  class WhileKeycloakDoesNotAnswer {

    @Test
    void goesOnForTheGraceWithWhatIsKnown() {
      answer = new ProviderUnavailable(null);
      clock.forward(Duration.ofSeconds(300).plusHours(1).minusSeconds(1));

      assertThat(sessions.look(person)).isEqualTo(GOES_ON);
      assertThat(person.groups()).containsExactly("service-desk");
    }

    @Test
    void isUnknownAfterTheGraceAndGoesOnWhenKeycloakIsBack() {
      answer = new ProviderUnavailable(null);
      clock.forward(Duration.ofSeconds(300).plusHours(1));
      assertThat(sessions.look(person)).isEqualTo(UNKNOWN);

      answer = null;

      assertThat(sessions.look(person)).isEqualTo(GOES_ON);
    }
  }
}
