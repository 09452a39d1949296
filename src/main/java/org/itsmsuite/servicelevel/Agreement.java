package org.itsmsuite.servicelevel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who agreed with whom, on which services.
 *
 * @param services at least one
 * @param validFrom first day
 * @param validUntil the day after the last one, or null while no end is agreed
 * @param approvedBy group that approved it
 * @param contract the contract it is part of, or null
 * @param requirements at least one
 * @param targets those beside the released table
 */
public record Agreement(
    String id,
    String name,
    Counterparty counterparty,
    List<String> services,
    LocalDate validFrom,
    LocalDate validUntil,
    String approvedBy,
    LocalDate approvedOn,
    String contract,
    List<ServiceRequirement> requirements,
    List<UnmeasuredTarget> targets) {

  public Agreement {
    services = List.copyOf(services);
    requirements = List.copyOf(requirements);
    targets = List.copyOf(targets);
  }

  public Optional<ServiceRequirement> requirement(String id) {
    return requirements.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Whether it is a promise to that customer. */
  public boolean isWith(String customer) {
    return counterparty.kind() == CounterpartyKind.CUSTOMER && counterparty.id().equals(customer);
  }

  /** Why it promises nothing on that day; empty if it does. */
  public Optional<String> gapOn(LocalDate day) {
    if (day.isBefore(validFrom)) {
      return Optional.of("it is valid from " + validFrom + " only");
    }
    return validUntil == null || day.isBefore(validUntil)
        ? Optional.empty()
        : Optional.of("it is valid until before " + validUntil);
  }
}
