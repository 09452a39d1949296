package org.itsmsuite.web.login.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.itsmsuite.identity.EndedSessions;
import org.itsmsuite.web.login.ProviderUnavailable;
import org.itsmsuite.web.login.TokenRefused;

/**
 * Keeps sessions as fresh as Keycloak's access tokens: when one expires, Keycloak is asked for the
 * next, and with it come the groups of the moment, or a no.
 */
class Sessions {

  enum State {
    /** The person is who they were, with the groups of the moment. */
    GOES_ON,
    /** Over at Keycloak: logged out, expired, or the account may not log in any more. */
    OVER,
    /** Keycloak has not answered for longer than a session goes on without it. */
    UNKNOWN
  }

  private final Duration grace;
  private final Function<String, JsonNode> refresh;
  private final Function<String, TokenFacts> check;
  private final EndedSessions ended;
  private final Clock clock;

  /**
   * @param grace how long past its access token a session goes on without Keycloak
   * @param refresh new tokens for a refresh token, as {@link KeycloakCalls#refresh}
   * @param check what an access token says, as {@link TokenCheck#accessToken}
   */
  Sessions(
      Duration grace,
      Function<String, JsonNode> refresh,
      Function<String, TokenFacts> check,
      EndedSessions ended,
      Clock clock) {
    this.grace = grace;
    this.refresh = refresh;
    this.check = check;
    this.ended = ended;
    this.clock = clock;
  }

  State look(KeycloakPerson person) {
    var tokens = person.tokens();
    if (tokens == null || ended.isOver(tokens.session())) {
      return State.OVER;
    }
    synchronized (tokens) {
      return clock.instant().isBefore(tokens.freshUntil())
          ? State.GOES_ON
          : refresh(person.getName(), tokens);
    }
  }

  private State refresh(String account, SessionTokens tokens) {
    if (tokens.refreshToken() == null) {
      return State.OVER;
    }
    try {
      var answer = refresh.apply(tokens.refreshToken());
      // Kept first: the one before counts no more, whatever becomes of the rest.
      tokens.keep(answer.path("refresh_token").asText(null));
      var facts = check.apply(answer.path("access_token").asText());
      if (!facts.account().equals(account)) {
        return State.OVER;
      }
      tokens.take(facts);
      return State.GOES_ON;
    } catch (TokenRefused over) {
      return State.OVER;
    } catch (ProviderUnavailable e) {
      var goesOnUntil = tokens.freshUntil().plus(grace);
      return clock.instant().isBefore(goesOnUntil) ? State.GOES_ON : State.UNKNOWN;
    }
  }
}
