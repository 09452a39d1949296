package org.itsmsuite.incident.process;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.SimilarIncident;
import org.itsmsuite.incident.SimilarIncidents;

/**
 * Similar incidents as options of a form. They are looked for only when somebody reads them: a form
 * is asked for its facts on submission too, where mostly nobody does.
 */
final class SimilarChoices extends AbstractList<Map<String, Object>> {

  private static final int SHOWN = 5;
  private static final int LINE = 50;
  private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

  private final SimilarIncidents similar;
  private final Incident incident;
  private List<Map<String, Object>> found;

  SimilarChoices(SimilarIncidents similar, Incident incident) {
    this.similar = similar;
    this.incident = incident;
  }

  @Override
  public Map<String, Object> get(int index) {
    return found().get(index);
  }

  @Override
  public int size() {
    return found().size();
  }

  private List<Map<String, Object>> found() {
    if (found == null) {
      found = similar.of(incident, SHOWN).stream().map(SimilarChoices::option).toList();
    }
    return found;
  }

  /** Texts of a form are Markdown: what people wrote must not become links or headings there. */
  private static Map<String, Object> option(SimilarIncident one) {
    String text =
        one.title() + " (" + one.percent() + " % alike: " + String.join(", ", one.because()) + ")";
    return Map.of(
        "value",
        one.number(),
        "label",
        one.number() + " " + shortened(one.title()),
        "text",
        PUNCTUATION.matcher(text).replaceAll("\\\\$0"));
  }

  /** A choice is one line. */
  private static String shortened(String title) {
    if (title.length() <= LINE) {
      return title;
    }
    // Half of a surrogate pair is no character.
    int end = Character.isHighSurrogate(title.charAt(LINE - 1)) ? LINE - 1 : LINE;
    return title.substring(0, end).strip() + "…";
  }
}
