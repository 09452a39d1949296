package org.itsmsuite.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.content.YamlFile;

/** Reads {@code config/customers.yaml}. */
final class CustomersFile {

  private static final String LIST = "customers";

  private final YamlFile file;
  private final List<Customer> customers = new ArrayList<>();
  private final Map<String, Customer> byAccount = new LinkedHashMap<>();

  record Entries(List<Entry> customers) {}

  record Entry(String id, String name, List<String> contacts, List<String> users, String email) {}

  CustomersFile(ContentSource content) {
    this.file = YamlFile.of(content, "config/customers.yaml");
    List<Entry> entries = file.list(file.as(Entries.class).customers(), LIST);
    file.distinct(entries.stream().map(Entry::id).toList(), LIST);
    for (Entry entry : entries) {
      add(entry, LIST + "[" + customers.size() + "]");
    }
    if (customers.isEmpty()) {
      throw file.fault("catalogue.no-customer", LIST, "at least one customer is needed");
    }
  }

  List<Customer> customers() {
    return customers;
  }

  Map<String, Customer> byAccount() {
    return byAccount;
  }

  private void add(Entry entry, String place) {
    var customer =
        new Customer(
            file.id(entry.id(), place + ".id"),
            file.text(entry.name(), place + ".name"),
            List.copyOf(file.list(entry.contacts(), place + ".contacts")),
            List.copyOf(file.list(entry.users(), place + ".users")),
            file.emailOrNull(entry.email(), place + ".email"));
    customers.add(customer);
    claim(customer.contacts(), customer, place + ".contacts");
    claim(customer.users(), customer, place + ".users");
  }

  /** An account of two customers would leave open whose services it may see. */
  private void claim(List<String> accounts, Customer customer, String place) {
    int index = 0;
    for (String account : accounts) {
      String at = place + "[" + index++ + "]";
      Customer other = byAccount.putIfAbsent(file.text(account, at), customer);
      if (other != null && other != customer) {
        throw file.fault(
            "catalogue.account-of-two-customers",
            at,
            Quoted.text(account) + " belongs to " + other.id() + " already");
      }
    }
  }
}
