package org.itsmsuite.catalogue.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.catalogue.VisibleServices;
import org.itsmsuite.content.ClassPathContent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ServicesControllerTest {

  private static final ClassPathContent CONTENT = new ClassPathContent();

  private static ResultActions seenBy(String account, String... groups) throws Exception {
    var catalogue = new ConfiguredCatalogue(CONTENT, new ConfiguredSupportGroups(CONTENT));
    var controller =
        new ServicesController(
            new VisibleServices(catalogue, Access.read(CONTENT), List.of()),
            () -> new Actor(account, Set.of(groups)));
    return MockMvcBuilders.standaloneSetup(controller)
        .build()
        .perform(get("/api/services"))
        .andExpect(status().isOk());
  }

  @ParameterizedTest
  @ValueSource(strings = {"service-desk", "auditors", "camunda-admin"})
  void staffSeeAll(String group) throws Exception {
    seenBy("agent", group)
        .andExpect(jsonPath("$.length()").value(5))
        .andExpect(jsonPath("$[0].customers.length()").value(2));
  }

  @Test
  void anAccountOfACustomerSeesThatCustomersServices() throws Exception {
    seenBy("requester", "customers")
        .andExpect(
            content()
                .json(
                    """
                    [{"id": "workplace", "name": "Digital workplace", "customers": ["north-office"],
                      "supportGroup": "second-level"},
                     {"id": "email", "name": "E-mail", "customers": ["north-office"],
                      "supportGroup": "second-level"},
                     {"id": "payroll", "name": "Payroll service", "customers": ["north-office"],
                      "supportGroup": "third-level"},
                     {"id": "facility", "name": "Building services", "customers": ["north-office"],
                      "supportGroup": "second-level"}]
                    """,
                    JsonCompareMode.STRICT));
  }

  @Test
  void othersSeeNone() throws Exception {
    seenBy("supplier-1", "suppliers").andExpect(jsonPath("$.length()").value(0));
    seenBy("stranger", "customers").andExpect(jsonPath("$.length()").value(0));
    seenBy("nobody").andExpect(jsonPath("$.length()").value(0));
  }

  @Test
  void staffWhoAreUsersAsWellSeeAll() throws Exception {
    seenBy("requester", "customers", "problem-managers").andExpect(jsonPath("$.length()").value(5));
  }
}
