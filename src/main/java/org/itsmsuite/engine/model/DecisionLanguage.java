package org.itsmsuite.engine.model;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.itsmsuite.content.ContentException;
import org.w3c.dom.Element;

/** Checks that a decision table is written in FEEL throughout. */
public final class DecisionLanguage {

  private DecisionLanguage() {}

  /**
   * @throws ContentException naming the place where another language is used
   */
  public static void check(String file, byte[] decision) {
    var elements = parse(file, decision).getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      var element = (Element) elements.item(i);
      String language = element.getAttribute("expressionLanguage");
      if (!language.isEmpty() && !language.toLowerCase(Locale.ROOT).contains("feel")) {
        throw new ContentException(
            "model.code",
            file,
            element.getLocalName() + " " + element.getAttribute("id"),
            "decision tables are written in FEEL, not in '" + language + "'");
      }
    }
  }

  private static Element parse(String file, byte[] decision) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(decision)).getDocumentElement();
    } catch (Exception broken) {
      throw new ContentException("model.invalid-xml", file, "the file", broken.getMessage());
    }
  }
}
