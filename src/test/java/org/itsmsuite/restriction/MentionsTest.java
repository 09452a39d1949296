package org.itsmsuite.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionsTest {

  private static final Set<String> HIDDEN = Set.of("INC-000007", "SEC-000001");

  @Test
  void areFoundAtEveryDepthAndInsideTexts() {
    var value =
        Map.of(
            "duplicateOf",
            "INC-000007",
            "values",
            Map.of("reason", "as in PRB-000002, see INC-000007."),
            "links",
            List.of("SEC-000001", List.of("CHG-000003")),
            "count",
            3);

    assertThat(Mentions.in(value))
        .containsExactly("CHG-000003", "INC-000007", "PRB-000002", "SEC-000001");
    assertThat(Mentions.in("incident-triage:3 XINC-1x INC- P1")).isEmpty();
  }

  @Test
  void areLeftOutOfTexts() {
    assertThat(Mentions.textWithout("like INC-000007, not INC-0000071", HIDDEN))
        .isEqualTo("like […], not INC-0000071");
    assertThat(Mentions.textWithout(null, HIDDEN)).isNull();
    assertThat(Mentions.textWithout("INC-000007", Set.of())).isEqualTo("INC-000007");
  }

  @Test
  void takeTheirFieldAlongWhenItHoldsNothingElse() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("duplicateOf", "INC-000007");
    fields.put("reason", "like INC-000007");
    fields.put("links", new ArrayList<>(Arrays.asList("SEC-000001", "INC-000002", null)));
    fields.put("values", Map.of("original", "INC-000007", "count", 3));
    fields.put("nothing", null);

    var shown = Mentions.fieldsWithout(fields, HIDDEN);

    assertThat(shown).containsOnlyKeys("reason", "links", "values", "nothing");
    assertThat(shown.get("reason")).isEqualTo("like […]");
    assertThat(shown.get("links")).isEqualTo(List.of("INC-000002"));
    assertThat(shown.get("values")).isEqualTo(Map.of("count", 3));
    assertThat(fields).containsKey("duplicateOf");
  }
}
