package org.itsmsuite.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.itsmsuite.audit.AuditRules;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What {@code config/audit.yaml} says of an address. */
@Component
class AuditedAddresses {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final List<PathPattern> questions;
  private final List<PathPattern> assets;

  AuditedAddresses(AuditRules rules) {
    this.questions = patterns(rules.questions());
    this.assets = patterns(rules.assets());
  }

  private static List<PathPattern> patterns(List<String> addresses) {
    return addresses.stream().map(PathPatternParser.defaultInstance::parse).toList();
  }

  /** Whether it changes nothing. */
  boolean onlyAsks(HttpServletRequest request) {
    return READING.contains(request.getMethod()) || isAny(questions, request);
  }

  boolean isAsset(HttpServletRequest request) {
    return READING.contains(request.getMethod()) && isAny(assets, request);
  }

  private static boolean isAny(List<PathPattern> patterns, HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    // What one reader takes for an address another takes for something else: no exception for it.
    if (path.contains(";") || path.contains("%") || path.contains("//")) {
      return false;
    }
    PathContainer parsed = PathContainer.parsePath(path);
    return patterns.stream().anyMatch(pattern -> pattern.matches(parsed));
  }
}
