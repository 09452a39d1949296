package org.itsmsuite.web.login.keycloak;

import org.itsmsuite.web.login.LoginMethod;
import org.itsmsuite.web.login.TokenRefused;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** People log in by OpenID Connect, programs bring Bearer tokens. */
class KeycloakLogin implements LoginMethod {

  static final String REGISTRATION = "keycloak";
  static final String START = "/oauth2/authorization/" + REGISTRATION;

  /**
   * A page of ours that goes on to {@link #START} by itself, with the place in the page asked for.
   */
  static final String WAY = "/login?go";

  private final CodeFlow flow;
  private final LogInDoor door;
  private final FreshSessionFilter fresh;
  private final LogOut logOut;
  private final BearerLogin bearer;
  private final PlaceInPage place;

  KeycloakLogin(
      CodeFlow flow,
      LogInDoor door,
      PlaceInPage place,
      FreshSessionFilter fresh,
      LogOut logOut,
      BearerLogin bearer) {
    this.flow = flow;
    this.door = door;
    this.place = place;
    this.fresh = fresh;
    this.logOut = logOut;
    this.bearer = bearer;
  }

  @Override
  public void forPages(HttpSecurity http) throws Exception {
    http.oauth2Login(
            login ->
                flow.configure(
                    login
                        .loginPage("/login")
                        .successHandler(place.afterLogIn())
                        .failureHandler(door)))
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(WAY)))
        .logout(logout -> logout.logoutSuccessHandler(logOut))
        .addFilterAfter(fresh, SecurityContextHolderFilter.class)
        .addFilterBefore(door, OAuth2AuthorizationRequestRedirectFilter.class);
  }

  @Override
  public void forSessions(HttpSecurity http) throws Exception {
    http.addFilterAfter(fresh, SecurityContextHolderFilter.class)
        .logout(logout -> logout.addLogoutHandler(logOut));
  }

  @Override
  public void forPrograms(HttpSecurity http, AuthenticationEntryPoint door) throws Exception {
    http.oauth2ResourceServer(
        tokens ->
            tokens
                .authenticationEntryPoint(door)
                .jwt(jwt -> jwt.authenticationManager(new ProviderManager(bearer))));
  }

  @Override
  public String start() {
    return WAY;
  }

  @Override
  public String page() {
    return "login-keycloak";
  }

  @Override
  public String challenge(AuthenticationException why) {
    return "Bearer realm=\"itsm\""
        + (why instanceof TokenRefused ? ", error=\"invalid_token\"" : "");
  }

  @Override
  public String proof() {
    return "a Bearer token";
  }
}
