package org.itsmsuite.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.itsmsuite.content.ClassPathContent;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredCatalogueTest {

  private static final String CUSTOMERS =
      "[{id: north, name: North, contacts: [ann], users: [bob, ann], email: n@example.org},"
          + " {id: south, name: South}]";
  private static final String SERVICES =
      "[{id: email, name: E-mail, customers: [north, south], supportGroup: desk},"
          + " {id: legal, name: Advice, customers: [south], supportGroup: desk}]";

  private static ConfiguredCatalogue read(String customers, String services) {
    var content =
        new ContentInMemory()
            .with(
                "config/support-groups.yaml",
                "supportGroups: [{id: desk, name: Desk, level: 1, manager: boss}]")
            .with("config/customers.yaml", "customers: " + customers)
            .with("config/services.yaml", "services: " + services);
    return new ConfiguredCatalogue(content, new ConfiguredSupportGroups(content));
  }

  @Test
  void servicesAndCustomersAreReadInOrder() {
    var catalogue = read(CUSTOMERS, SERVICES);

    assertThat(catalogue.services()).extracting(Service::id).containsExactly("email", "legal");
    assertThat(catalogue.service("legal"))
        .contains(new Service("legal", "Advice", List.of("south"), "desk"));
    assertThat(catalogue.customers()).extracting(Customer::id).containsExactly("north", "south");
    assertThat(catalogue.customer("south"))
        .contains(new Customer("south", "South", List.of(), List.of(), null));
    assertThat(catalogue.service("none")).isEmpty();
    assertThat(catalogue.customer(null)).isEmpty();
  }

  @Test
  void contactsAndUsersBelongToTheirCustomer() {
    var catalogue = read(CUSTOMERS, SERVICES);

    assertThat(catalogue.customerOf("ann")).contains(catalogue.customers().get(0));
    assertThat(catalogue.customerOf("bob")).contains(catalogue.customers().get(0));
    assertThat(catalogue.customerOf("eve")).isEmpty();
    assertThat(catalogue.customerOf(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{id: a, name: A, customers: [north], supportGroup: night}]       | catalogue.unknown-support-group | services[0].supportGroup
          [{id: a, name: A, customers: [north]}]                            | content.missing-value           | services[0].supportGroup
          [{id: a, name: A, customers: [north, west], supportGroup: desk}]  | catalogue.unknown-customer      | services[0].customers[1]
          [{id: a, name: A, customers: [north, north], supportGroup: desk}] | content.duplicate-id            | services[0].customers[1]
          [{id: a, name: A, customers: [~], supportGroup: desk}]            | content.missing-value           | services[0].customers[0]
          [{id: a, name: A, supportGroup: desk}]                            | catalogue.no-customer           | services[0].customers
          [{id: a, customers: [north], supportGroup: desk}]                 | content.missing-value           | services[0].name
          [{id: A, name: A, customers: [north], supportGroup: desk}]        | content.bad-id                  | services[0].id
          [{id: a}, {id: a}]                                                | content.duplicate-id            | services[1]
          [{id: a}, ~]                                                      | content.missing-value           | services[1]
          []                                                                | catalogue.no-service            | services
          """)
  void aFaultyServiceIsToldWithItsPlace(String services, String key, String place) {
    var fault = catchThrowableOfType(ContentException.class, () -> read(CUSTOMERS, services));

    assertThat(fault.file()).isEqualTo("config/services.yaml");
    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.place()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{id: a, name: A, users: [x]}, {id: b, name: B, contacts: [x]}] | catalogue.account-of-two-customers | customers[1].contacts[0]
          [{id: a, name: A, users: [x, ""]}]                              | content.missing-value              | customers[0].users[1]
          [{id: a, name: A, email: nowhere}]                              | content.bad-email                  | customers[0].email
          [{id: a, name: A}, {id: a, name: B}]                            | content.duplicate-id               | customers[1]
          [{id: a}]                                                       | content.missing-value              | customers[0].name
          []                                                              | catalogue.no-customer              | customers
          """)
  void aFaultyCustomerIsToldWithItsPlace(String customers, String key, String place) {
    var fault = catchThrowableOfType(ContentException.class, () -> read(customers, SERVICES));

    assertThat(fault.file()).isEqualTo("config/customers.yaml");
    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.place()).isEqualTo(place);
  }

  @Test
  void theShippedSetHasServicesOfSeveralSectors() {
    var content = new ClassPathContent();
    var catalogue = new ConfiguredCatalogue(content, new ConfiguredSupportGroups(content));

    assertThat(catalogue.services())
        .extracting(Service::id)
        .contains("workplace", "email", "payroll", "facility", "legal");
    assertThat(catalogue.customerOf("requester")).map(Customer::id).contains("north-office");
    assertThat(catalogue.customerOf("customer-contact")).map(Customer::id).contains("north-office");
  }
}
