package org.itsmsuite.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.content.YamlFile;
import org.itsmsuite.identity.SupportGroups;

/** Reads {@code config/services.yaml}. */
final class ServicesFile {

  private static final String LIST = "services";

  private final YamlFile file;
  private final Set<String> customers;
  private final SupportGroups groups;
  private final List<Service> services = new ArrayList<>();

  record Entries(List<Entry> services) {}

  record Entry(String id, String name, List<String> customers, String supportGroup) {}

  ServicesFile(ContentSource content, Set<String> customers, SupportGroups groups) {
    this.file = YamlFile.of(content, "config/services.yaml");
    this.customers = customers;
    this.groups = groups;
    List<Entry> entries = file.list(file.as(Entries.class).services(), LIST);
    file.distinct(entries.stream().map(Entry::id).toList(), LIST);
    for (Entry entry : entries) {
      services.add(service(entry, LIST + "[" + services.size() + "]"));
    }
    if (services.isEmpty()) {
      throw file.fault("catalogue.no-service", LIST, "at least one service is needed");
    }
  }

  List<Service> services() {
    return services;
  }

  private Service service(Entry entry, String place) {
    String id = file.id(entry.id(), place + ".id");
    return new Service(
        id,
        file.text(entry.name(), place + ".name"),
        customers(entry.customers(), place + ".customers"),
        supportGroup(entry.supportGroup(), place + ".supportGroup"));
  }

  private List<String> customers(List<String> ids, String place) {
    List<String> receivers = file.list(ids, place);
    file.distinct(receivers, place);
    for (int i = 0; i < receivers.size(); i++) {
      if (!customers.contains(receivers.get(i))) {
        throw file.fault(
            "catalogue.unknown-customer",
            place + "[" + i + "]",
            "there is no customer " + Quoted.text(receivers.get(i)) + "; there are " + customers);
      }
    }
    if (receivers.isEmpty()) {
      throw file.fault(
          "catalogue.no-customer", place, "a service needs at least one customer who receives it");
    }
    return List.copyOf(receivers);
  }

  private String supportGroup(String id, String place) {
    if (groups.find(file.text(id, place)).isEmpty()) {
      throw file.fault(
          "catalogue.unknown-support-group",
          place,
          "there is no support group "
              + Quoted.text(id)
              + "; there are "
              + groups.all().stream().map(group -> group.id()).toList());
    }
    return id;
  }
}
