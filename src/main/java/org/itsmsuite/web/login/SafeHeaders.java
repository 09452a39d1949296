package org.itsmsuite.web.login;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmsuite.web.WebSettings;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/**
 * What a browser may do with our answers. Our own pages load nothing but our own files and hold no
 * script and no style in their text, so that text somebody wrote can never become either.
 */
@Component
class SafeHeaders {

  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

  // The documentation's page sets styles in its text; it shows nothing that people wrote.
  private static final String DOCUMENTATION =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

  private static final String NO_DEVICES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()";

  private final String pages;

  SafeHeaders(WebSettings settings) {
    this.pages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none';"
            + " form-action "
            + formTargets(settings.formTargets());
  }

  private static String formTargets(List<String> others) {
    return Stream.concat(Stream.of("'self'"), others.stream().filter(Objects::nonNull))
        .map(String::strip)
        .filter(target -> !target.isEmpty())
        .collect(Collectors.joining(" "));
  }

  Customizer<HeadersConfigurer<HttpSecurity>> ofPages() {
    return headers -> common(headers, pages);
  }

  Customizer<HeadersConfigurer<HttpSecurity>> ofDocumentation() {
    return headers -> common(headers, DOCUMENTATION);
  }

  /** Answers for programs, and files that somebody sent: opened in a browser they are dead. */
  Customizer<HeadersConfigurer<HttpSecurity>> ofPrograms() {
    return headers -> common(headers, NOTHING);
  }

  private static void common(HeadersConfigurer<HttpSecurity> headers, String content) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(content))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }
}
