package org.itsmsuite.catalogue;

import java.util.List;
import java.util.Optional;

/** The services offered and the customers who receive them. */
public interface Catalogue {

  Optional<Service> service(String id);

  List<Service> services();

  /** What people call the service; its id if it is not in the catalogue any more. */
  default String serviceName(String id) {
    return service(id).map(Service::name).orElse(id);
  }

  Optional<Customer> customer(String id);

  List<Customer> customers();

  /** The customer whose contact or user the account is. */
  Optional<Customer> customerOf(String account);
}
