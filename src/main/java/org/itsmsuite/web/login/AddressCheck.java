package org.itsmsuite.web.login;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.identity.AddressLine;
import org.itsmsuite.identity.PermittedAddresses;
import org.itsmsuite.identity.ServedAddress;
import org.itsmsuite.identity.ServedAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Holds the address table against what is answered, before the first request: an address without a
 * line would be closed to everybody without anybody noticing, so it stops the start. A line for
 * nothing may be a misspelt one, or be about something that an operator has switched off: it is
 * told in the log.
 */
@Component
class AddressCheck implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(AddressCheck.class);

  private final PermittedAddresses addresses;
  private final AddressTable table;
  private final List<ServedAddresses> sources;

  AddressCheck(PermittedAddresses addresses, AddressTable table, List<ServedAddresses> sources) {
    this.addresses = addresses;
    this.table = table;
    this.sources = sources;
  }

  /**
   * @throws ContentException {@code access.address-unlisted}
   */
  @Override
  public void afterSingletonsInstantiated() {
    var unanswered = unanswered();
    if (!unanswered.isEmpty()) {
      LOG.warn(
          "{} has lines for what nothing answers: {}",
          PermittedAddresses.FILE,
          String.join(", ", unanswered));
    }
  }

  /** Lines of the table for which there is nothing to answer. */
  List<String> unanswered() {
    return check(sources.stream().flatMap(source -> source.all().stream()).toList());
  }

  List<String> check(Collection<ServedAddress> served) {
    var met = new HashSet<Met>();
    var unlisted = new TreeSet<String>();
    for (var one : served) {
      var line = table.find(example(one.address()));
      var methods = line.map(found -> met(one, found)).orElse(Set.of());
      if (methods.isEmpty()) {
        unlisted.add(one.method() + " " + one.address() + " (" + one.by() + ")");
      }
      line.ifPresent(found -> methods.forEach(method -> met.add(new Met(found, method))));
    }
    if (!unlisted.isEmpty()) {
      throw new ContentException(
          "access.address-unlisted",
          PermittedAddresses.FILE,
          "addresses",
          "something answers here that no line allows or closes: " + String.join(", ", unlisted));
    }
    return unanswered(met, patterns(served));
  }

  private static Set<String> met(ServedAddress served, AddressLine line) {
    var methods = line.needs().keySet();
    if (served.method().equals("*")) {
      return methods;
    }
    return methods.contains(served.method()) ? Set.of(served.method()) : Set.of();
  }

  private List<String> unanswered(Set<Met> met, List<Pattern> patterns) {
    var unknown = new ArrayList<String>();
    for (var line : addresses.lines()) {
      for (var method : line.needs().keySet()) {
        if (!met.contains(new Met(line, method)) && !isPartOfOne(line, method, patterns)) {
          unknown.add(method + " " + line.address());
        }
      }
    }
    return unknown;
  }

  /** Such as a single file among those that one handler answers for. */
  private static boolean isPartOfOne(AddressLine line, String method, List<Pattern> patterns) {
    var path = PathContainer.parsePath(example(line.address()));
    return patterns.stream()
        .filter(one -> one.method().equals(method) || one.method().equals("*"))
        .anyMatch(one -> one.address().matches(path));
  }

  private static List<Pattern> patterns(Collection<ServedAddress> served) {
    var patterns = new ArrayList<Pattern>();
    for (var one : served) {
      patterns.add(
          new Pattern(one.method(), PathPatternParser.defaultInstance.parse(plain(one.address()))));
    }
    return patterns;
  }

  /** An address that the pattern stands for, with segments that no line spells out. */
  private static String example(String pattern) {
    return plain(pattern).replace("/**", "/~/~").replace("*", "~");
  }

  /** Without names and forms of variables. */
  private static String plain(String pattern) {
    return pattern.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "*");
  }

  private record Met(AddressLine line, String method) {}

  private record Pattern(String method, PathPattern address) {}
}
