package org.itsmsuite.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.identity.AddressLine;
import org.itsmsuite.identity.PermittedAddresses;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds the line of the address table that a request is about: the most particular one. */
@Component
class AddressTable {

  private final List<Entry> entries;

  AddressTable(PermittedAddresses addresses) {
    this.entries =
        addresses.lines().stream()
            .map(Entry::of)
            .sorted(Comparator.comparing(Entry::pattern, PathPattern.SPECIFICITY_COMPARATOR))
            .toList();
  }

  /** The line, whatever methods it has. */
  Optional<AddressLine> find(HttpServletRequest request) {
    // The engine's servlets count from where they stand; this table counts from the root.
    return find(
        RequestPath.parse(request.getRequestURI(), request.getContextPath())
            .pathWithinApplication());
  }

  /** The same for an address as it is written in a browser. */
  Optional<AddressLine> find(String address) {
    return find(PathContainer.parsePath(address));
  }

  private Optional<AddressLine> find(PathContainer path) {
    return entries.stream()
        .filter(entry -> entry.pattern().matches(path))
        .findFirst()
        .map(Entry::line);
  }

  private record Entry(PathPattern pattern, AddressLine line) {

    static Entry of(AddressLine line) {
      return new Entry(PathPatternParser.defaultInstance.parse(line.address()), line);
    }
  }
}
