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

/** The doors for people: one log-in for our own pages and the engine's web applications. */
@Configuration(proxyBeanMethods = false)
class PageChains {

  private final ApiDoor door;
  private final PageDoor pageDoor;
  private final Gate gate;
  private final SafeHeaders headers;
  private final LoginMethod login;

  PageChains(ApiDoor door, PageDoor pageDoor, Gate gate, SafeHeaders headers, LoginMethod login) {
    this.door = door;
    this.pageDoor = pageDoor;
    this.gate = gate;
    this.headers = headers;
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
                    .anyRequest()
                    .access(gate.byTheTable()))
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
                    .accessDeniedHandler(pageDoor)
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
        .authorizeHttpRequests(requests -> requests.anyRequest().access(gate.byTheTable()))
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            failures ->
                failures
                    .accessDeniedHandler(pageDoor)
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(login.start()),
                        withDefaults().matcher("/swagger-ui.html"))
                    .defaultAuthenticationEntryPointFor(door, request -> true))
        .headers(headers.ofDocumentation())
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
                    .anyRequest()
                    .access(gate.byTheTable()))
        .exceptionHandling(failures -> failures.accessDeniedHandler(pageDoor))
        .logout(logout -> logout.logoutRequestMatcher(logoutRequests).deleteCookies("JSESSIONID"))
        .headers(headers.ofPages())
        .build();
  }
}
