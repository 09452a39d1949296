package org.itsmsuite.web.login.keycloak;

import java.util.List;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** A log-in in a browser: the authorization code flow, bound to that browser by PKCE. */
class CodeFlow {

  private final KeycloakSettings settings;
  private final ClientRegistrationRepository registrations;
  private final KeycloakPeople people;

  CodeFlow(
      KeycloakSettings settings,
      ClientRegistrationRepository registrations,
      KeycloakPeople people) {
    this.settings = settings;
    this.registrations = registrations;
    this.people = people;
  }

  void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
    login
        .clientRegistrationRepository(registrations)
        .authorizedClientRepository(new TokensOfSession())
        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests()))
        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codes()))
        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(people));
  }

  private DefaultOAuth2AuthorizationRequestResolver requests() {
    var requests =
        new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return requests;
  }

  private RestClientAuthorizationCodeTokenResponseClient codes() {
    var codes = new RestClientAuthorizationCodeTokenResponseClient();
    codes.setRestClient(
        RestClient.builder()
            .requestFactory(KeycloakCalls.requests(settings))
            .messageConverters(
                converters -> {
                  converters.clear();
                  converters.addAll(
                      List.of(
                          new FormHttpMessageConverter(),
                          new OAuth2AccessTokenResponseHttpMessageConverter()));
                })
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return codes;
  }
}
