package org.itsmsuite.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.SupportGroups;

/**
 * The services of {@code config/services.yaml} and the customers of {@code config/customers.yaml},
 * read once and checked against each other and against the support groups; in the files' order.
 */
public final class ConfiguredCatalogue implements Catalogue {

  private final Map<String, Customer> customers = new LinkedHashMap<>();
  private final Map<String, Customer> customersOfAccounts = new LinkedHashMap<>();
  private final Map<String, Service> services = new LinkedHashMap<>();

  /**
   * @throws ContentException if a file is faulty: {@code catalogue.*} or {@code content.*}
   */
  public ConfiguredCatalogue(ContentSource content, SupportGroups groups) {
    var customersFile = new CustomersFile(content);
    customersFile.customers().forEach(customer -> customers.put(customer.id(), customer));
    customersOfAccounts.putAll(customersFile.byAccount());
    new ServicesFile(content, customers.keySet(), groups)
        .services()
        .forEach(service -> services.put(service.id(), service));
  }

  @Override
  public Optional<Service> service(String id) {
    return Optional.ofNullable(id).map(services::get);
  }

  @Override
  public List<Service> services() {
    return List.copyOf(services.values());
  }

  @Override
  public Optional<Customer> customer(String id) {
    return Optional.ofNullable(id).map(customers::get);
  }

  @Override
  public List<Customer> customers() {
    return List.copyOf(customers.values());
  }

  @Override
  public Optional<Customer> customerOf(String account) {
    return Optional.ofNullable(account).map(customersOfAccounts::get);
  }
}
