package org.itsmsuite.web.login;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The doors for people: one log-in for our own pages and the engine's web applications. */
@Configuration(proxyBeanMethods = false)
class PageChains {

  private static final String CONTENT_SECURITY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none';"
          + " frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

  private final ApiDoor door;
  private final Permit permit;
  private final LoginMethod login;

  PageChains(ApiDoor door, Permit permit, LoginMethod login) {
    this.door = door;
    this.permit = permit;
    this.login = login;
  }

  /** Camunda's web applications guard their own forms and set their own content rules. */
  @Bean
  @Order(4)
  SecurityFilterChain webappChain(HttpSecurity http) throws Exception {
    var path = withDefaults();
    login.forSessions(http);
    return http.securityMatcher("/camunda", "/camunda/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    // A second way in, and a way to make oneself administrator: closed.
                    .requestMatchers(
                        "/camunda/api/admin/setup/**",
                        "/camunda/app/admin/*/setup/**",
                        "/camunda/api/admin/auth/user/*/login/*")
                    .denyAll()
                    .anyRequest()
                    .access(permit.to("engine.rest")))
        .csrf(AbstractHttpConfigurer::disable)
        // Whoever calls the web application's own log-out without our script means the whole
        // session.
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        path.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                    .deleteCookies("JSESSIONID")
                    .logoutSuccessHandler(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
        .exceptionHandling(
            failures ->
                failures
                    .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                        path.matcher("/camunda/api/**"))
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(login.start()), request -> true))
        // Its libraries are megabytes and carry their version in the address.
        .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
        .build();
  }

  /** API documentation: read in a browser, or fetched by a program. */
  @Bean
  @Order(5)
  SecurityFilterChain documentationChain(HttpSecurity http) throws Exception {
    login.forSessions(http);
    login.forPrograms(http, door);
    return http.securityMatcher(
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/v3/api-docs/**",
            "/swagger-ui.html",
            "/swagger-ui/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            failures ->
                failures
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(login.start()),
                        withDefaults().matcher("/swagger-ui.html"))
                    .defaultAuthenticationEntryPointFor(door, request -> true))
        .build();
  }

  @Bean
  @Order(6)
  SecurityFilterChain pageChain(HttpSecurity http, LogoutRequests logoutRequests) throws Exception {
    login.forPages(http);
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        "/login", "/logout", "/setup", "/error", "/assets/**", "/favicon.ico")
                    .permitAll()
                    // The web applications' files without their guards.
                    .requestMatchers("/webjars/camunda/**", "/camunda-welcome/**", "/plugin/**")
                    .denyAll()
                    .requestMatchers("/outbox", "/outbox/**")
                    .access(permit.to("outbox.read"))
                    .anyRequest()
                    .authenticated())
        .logout(logout -> logout.logoutRequestMatcher(logoutRequests).deleteCookies("JSESSIONID"))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }
}
