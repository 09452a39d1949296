package org.itsmsuite.change;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmsuite.duty.DutyHolders;

/** Whoever asks for a change, or carries it out, does not approve it (S-76). */
public class ChangeDuties implements DutyHolders {

  /** The line of {@code config/duties.yaml}. */
  public static final String APPROVAL = "change-approval";

  /** The line about templates; its subject is a template's id and version: {@code restart/2}. */
  public static final String TEMPLATE = "change-template";

  private final ChangeStore store;

  public ChangeDuties(ChangeStore store) {
    this.store = store;
  }

  @Override
  public Set<String> duties() {
    return Set.of(APPROVAL);
  }

  @Override
  public Set<String> holders(String number, String duty) {
    return store
        .find(number)
        .map(
            change ->
                Stream.of(change.requester(), change.implementer())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()))
        .orElse(Set.of());
  }
}
