package org.itsmsuite.web.login.keycloak;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.itsmsuite.identity.EndedSessions;
import org.itsmsuite.identity.GroupPaths;
import org.itsmsuite.identity.KeptClaims;
import org.itsmsuite.web.ProblemWriter;
import org.itsmsuite.web.login.LoginMethod;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Nothing here asks Keycloak for anything at start: its addresses follow from the realm's, so the
 * suite starts, and goes on, while it is down.
 */
@Configuration(proxyBeanMethods = false)
@Profile("keycloak")
@EnableConfigurationProperties(KeycloakSettings.class)
class KeycloakConfiguration {

  @Bean
  ClientRegistrationRepository clientRegistrations(KeycloakSettings settings) {
    return new InMemoryClientRegistrationRepository(
        ClientRegistration.withRegistrationId(KeycloakLogin.REGISTRATION)
            .clientId(settings.clientId())
            .clientSecret(settings.clientSecret())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
            .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
            .issuerUri(settings.issuer().toString())
            .authorizationUri(settings.endpoint("auth"))
            .tokenUri(settings.endpoint("token"))
            .jwkSetUri(settings.endpoint("certs"))
            .userNameAttributeName("preferred_username")
            .providerConfigurationMetadata(
                Map.of("end_session_endpoint", settings.endpoint("logout")))
            .build());
  }

  @Bean
  KeycloakKeys keycloakKeys(KeycloakSettings settings) {
    return new KeycloakKeys(settings);
  }

  @Bean
  TokenCheck tokenCheck(
      KeycloakSettings settings,
      KeycloakKeys keys,
      GroupPaths groups,
      ObjectProvider<KeptClaims> kept,
      Clock clock) {
    var names =
        kept.stream().flatMap(one -> one.names().stream()).collect(Collectors.toUnmodifiableSet());
    return new TokenCheck(keys, new TokenRules(settings, clock), groups, names);
  }

  /** The same keys and the same rules of signature for the token of a log-in. */
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens(
      KeycloakKeys keys, KeycloakSettings settings, Clock clock) {
    return registration -> {
      var rules = new OidcIdTokenValidator(registration);
      rules.setClock(clock);
      rules.setClockSkew(settings.clockSkew());
      return keys.decoder(rules, "JWT");
    };
  }

  @Bean
  KeycloakReachable keycloakReachable(KeycloakSettings settings, Clock clock) {
    return new KeycloakReachable(settings, clock);
  }

  @Bean
  KeycloakCalls keycloakCalls(KeycloakSettings settings, KeycloakReachable reachable) {
    return new KeycloakCalls(settings, reachable);
  }

  @Bean
  LoginMethod keycloakLogin(
      KeycloakSettings settings,
      ClientRegistrationRepository registrations,
      KeycloakReachable reachable,
      KeycloakCalls calls,
      TokenCheck check,
      EndedSessions ended,
      ProblemWriter problems,
      Clock clock) {
    var unavailable = new UnavailableAnswer(problems);
    var place = new PlaceInPage();
    return new KeycloakLogin(
        new CodeFlow(settings, registrations, new KeycloakPeople(check)),
        new LogInDoor(reachable, unavailable, place),
        place,
        new FreshSessionFilter(
            new Sessions(settings.grace(), calls::refresh, check::accessToken, ended, clock),
            unavailable),
        new LogOut(reachable, calls, registrations),
        new BearerLogin(check, ended, new Introspection(settings, calls, clock)));
  }

  /** Keycloak comes here without a session of its own; the token it brings says what it may. */
  @Bean
  @Order(0)
  SecurityFilterChain backChannelChain(HttpSecurity http) throws Exception {
    return http.securityMatcher(BackChannelLogout.ADDRESS)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  KeycloakHealth keycloakHealthIndicator(KeycloakReachable reachable) {
    return new KeycloakHealth(reachable);
  }
}
