package org.itsmsuite.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.itsmsuite.configuration.Affected;
import org.itsmsuite.configuration.Criticality;
import org.itsmsuite.configuration.ImpactTree;
import org.itsmsuite.configuration.Item;
import org.itsmsuite.configuration.ItemLevel;
import org.itsmsuite.configuration.Items;
import org.junit.jupiter.api.Test;

/** What a change learns of its items from configuration management. */
class ConfigurationItemsTest {

  private final Items items =
      new Items() {
        @Override
        public Optional<Item> find(String id) {
          return id.startsWith("no-such") ? Optional.empty() : Optional.of(item(id));
        }

        @Override
        public List<Item> of(Collection<String> ids) {
          return ids.stream().flatMap(id -> find(id).stream()).toList();
        }
      };
  private final List<Affected> affected = new ArrayList<>();

  private static Item item(String id) {
    boolean service = id.startsWith("service");
    return new Item(
        id,
        service ? ItemLevel.SERVICE : ItemLevel.CI,
        service ? "service" : "server",
        "The " + id,
        null,
        "Decided",
        service ? "Works" : null,
        Criticality.HIGH,
        null,
        "in-use",
        false,
        Map.of(),
        1,
        Instant.EPOCH,
        id.startsWith("old") ? "Scrapped" : null);
  }

  private ConfigurationItems facts(boolean truncated) {
    return new ConfigurationItems(items, ids -> new ImpactTree(affected, truncated));
  }

  @Test
  void onlyWhatIsInUseIsKnown() {
    assertThat(facts(false).of(List.of("a", "no-such", "old-one")))
        .containsExactly(new ItemFacts.Touched("a", "The a", "server", "HIGH"));
  }

  @Test
  void theServicesAreThoseNamedAndThoseThatDepend() {
    affected.add(new Affected(item("b"), 1, List.of("a", "b")));
    affected.add(new Affected(item("service-mail"), 2, List.of("a", "b", "service-mail")));

    assertThat(facts(false).services(List.of("service-phone", "a")))
        .containsExactly("service-phone", "service-mail");
    assertThat(facts(false).dependants(List.of("a"))).containsExactly("The b", "The service-mail");
  }

  @Test
  void moreThanPeopleReadIsToldNotShown() {
    IntStream.range(0, 51)
        .forEach(n -> affected.add(new Affected(item("x" + n), 1, List.of("a", "x" + n))));
    assertThat(facts(false).dependants(List.of("a"))).hasSize(51).endsWith("… and more");
    affected.clear();
    assertThat(facts(true).dependants(List.of("a"))).containsExactly("… and more");
  }
}
