package org.itsmsuite.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.itsmsuite.incident.SimilarCandidates.Candidate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How alike incidents are, and what the file has to say about it. */
class SimilarIncidentsTest {

  private static final FolderContent SHIPPED = new FolderContent(Path.of(""));
  private static final Incident ASKED =
      SomeIncidents.with(
          "INC-000009", Status.NEW, null, "E-mail does not arrive", "email", "Server 3");

  private final List<Candidate> stored = new ArrayList<>();
  private SimilarityRules rules = SimilarityRules.read(SHIPPED);

  private void stored(String number, String title, String service, String configurationItem) {
    stored.add(
        Candidate.of(
            SomeIncidents.with(number, Status.NEW, null, title, service, configurationItem)));
  }

  private List<SimilarIncident> similar(int limit) {
    var groups = new ConfiguredSupportGroups(SHIPPED);
    var scopes = new ReadScopes(Access.read(SHIPPED), new ConfiguredCatalogue(SHIPPED, groups));
    return new RankedSimilarIncidents(
            (incident, scope, most) -> stored,
            rules,
            scopes,
            () -> new Actor("agent", Set.of("service-desk")))
        .of(ASKED, limit);
  }

  @Nested
  class Ranking {

    @Test
    void putsTheMostAlikeFirst() {
      stored("INC-000001", "Mail arrives late", "email", null);
      stored("INC-000002", "E-mail does not arrive", "email", "Server 3");
      stored("INC-000003", "E-mail arrive slowly", "email", "Server 4");

      assertThat(similar(10)).extracting(SimilarIncident::number).startsWith("INC-000002");
      assertThat(similar(10).get(0).percent()).isEqualTo(100);
    }

    @Test
    void leavesOutWhatIsNotAlikeEnough() {
      stored("INC-000001", "The door stays shut", "building-access", null);
      stored("INC-000002", "Mailbox is full", "email", null);

      assertThat(similar(10)).isEmpty();
    }

    @Test
    void saysWhy() {
      stored("INC-000001", "e-mail ARRÍVE late", "email", "Server 4");

      assertThat(similar(10).get(0).because())
          .containsExactly("title 86 %", "same service", "same category", "same customer");
    }

    @Test
    void countsAnEmptyFieldNeitherForNorAgainst() {
      stored("INC-000001", "E-mail does not arrive", "email", null);

      assertThat(similar(10).get(0).percent()).isEqualTo(100);
    }

    @Test
    void findsAnotherTextAboutTheSameItem() {
      stored("INC-000001", "Nothing comes in since nine", "email", "Server 3");

      assertThat(similar(10)).hasSize(1);
    }

    @Test
    void givesNoMoreThanAskedFor() {
      for (int i = 1; i <= 8; i++) {
        stored("INC-00000" + i, "E-mail does not arrive", "email", null);
      }

      assertThat(similar(5)).hasSize(5);
    }

    @Test
    void goesByTheFile() {
      rules =
          new SimilarityRules(45, 200, new SimilarityRules.Weights(0, 0, 0, 0, 0, 10), Set.of());
      stored("INC-000001", "The door stays shut", "building-access", null);

      assertThat(similar(10).get(0).because()).containsExactly("same customer");
    }

    @Test
    void withNothingThatWeighsFindsNothing() {
      rules = new SimilarityRules(1, 200, new SimilarityRules.Weights(0, 0, 0, 0, 0, 0), Set.of());
      stored("INC-000001", "E-mail does not arrive", "email", null);

      assertThat(similar(10)).isEmpty();
    }
  }

  @Nested
  class TheFile {

    private static final String WEIGHTS =
        "weights: {title: 40, description: 10, service: 20, configurationItem: 20, category: 5, customer: 5}\n";
    private static final String GOOD = "atLeast: 45\ncandidates: 200\n" + WEIGHTS;

    private static SimilarityRules read(String text) {
      return SimilarityRules.read(
          new ContentInMemory().with("config/similar-incidents.yaml", text));
    }

    @Test
    void needsNoIgnoredWords() {
      assertThat(read(GOOD).ignoredWords()).isEmpty();
    }

    @Test
    void readsIgnoredWordsAsTextsAreRead() {
      assertThat(read(GOOD + "ignoredWords: [Où, ne-pas]\n").ignoredWords())
          .containsExactlyInAnyOrder("ou", "ne", "pas");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "atLeast: 45|atLeast: 0|incident.similar-out-of-range|atLeast",
          "atLeast: 45|atLeast: 101|incident.similar-out-of-range|atLeast",
          "candidates: 200|candidates: 100000|incident.similar-out-of-range|candidates",
          "title: 40|title: -1|incident.similar-out-of-range|weights.title",
          "title: 40, |''|content.missing-value|weights.title",
          "atLeast: 45|''|content.missing-value|atLeast"
        })
    void isRefusedWithThePlace(String good, String bad, String key, String place) {
      assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
          .isInstanceOfSatisfying(
              ContentException.class,
              fault -> {
                assertThat(fault.key()).isEqualTo(key);
                assertThat(fault.place()).isEqualTo(place);
              });
    }

    @Test
    void isRefusedWithoutWeightsAndWithAMisspeltOne() {
      assertThatThrownBy(() -> read("atLeast: 45\ncandidates: 200\n"))
          .isInstanceOf(ContentException.class)
          .hasMessageContaining("weights");
      assertThatThrownBy(() -> read(GOOD.replace("title", "titel")))
          .isInstanceOf(ContentException.class)
          .hasMessageContaining("titel");
    }
  }
}
