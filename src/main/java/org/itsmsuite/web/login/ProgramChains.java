package org.itsmsuite.web.login;

import jakarta.servlet.DispatcherType;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.EngineSession;
import org.itsmsuite.identity.IdentitySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * The doors for programs: they prove who they are with every request; no session, no cookie to
 * steal or forge with.
 */
@Configuration(proxyBeanMethods = false)
class ProgramChains {

  private final ApiDoor door;
  private final Gate gate;
  private final SafeHeaders headers;
  private final LoginMethod login;

  ProgramChains(ApiDoor door, Gate gate, SafeHeaders headers, LoginMethod login) {
    this.door = door;
    this.gate = gate;
    this.headers = headers;
    this.login = login;
  }

  /**
   * Without it, path patterns mean Spring MVC's own addresses only and miss the engine's servlets.
   */
  @Bean
  static PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
    return new PathPatternRequestMatcherBuilderFactoryBean();
  }

  @Bean
  @Order(1)
  SecurityFilterChain engineRestChain(HttpSecurity http, EngineSession engine, CurrentUser user)
      throws Exception {
    return stateless(http.securityMatcher("/engine-rest", "/engine-rest/**"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .anyRequest()
                    .access(gate.byTheTable()))
        .addFilterAfter(new EngineSessionFilter(engine, user), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain apiChain(HttpSecurity http, EngineSession engine, CurrentUser user)
      throws Exception {
    return stateless(http.securityMatcher("/api", "/api/**"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .anyRequest()
                    .access(gate.byTheTable()))
        .addFilterAfter(new EngineSessionFilter(engine, user), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain actuatorChain(HttpSecurity http, IdentitySettings settings) throws Exception {
    return stateless(http.securityMatcher("/actuator", "/actuator/**"))
        .authorizeHttpRequests(
            requests -> {
              requests
                  .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                  .permitAll();
              if (settings.metricsOpen()) {
                requests
                    .requestMatchers("/actuator/prometheus", "/actuator/metrics/**")
                    .permitAll();
              }
              requests.anyRequest().access(gate.byTheTable());
            })
        .build();
  }

  private HttpSecurity stateless(HttpSecurity http) throws Exception {
    login.forPrograms(http, door);
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            failures -> failures.authenticationEntryPoint(door).accessDeniedHandler(door))
        .headers(headers.ofPrograms());
  }
}
