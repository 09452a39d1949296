package org.itsmsuite.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itsmsuite.content.ContentException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTemplatesTest {

  private static final Map<String, Object> EVERYTHING =
      Template.VOCABULARY.stream()
          .collect(Collectors.toMap(name -> name, name -> "<" + name + ">"));

  private static Template greeting(String text) {
    return new NotificationTemplates(TextContent.greeting(text)).named("greeting");
  }

  private static void isRefused(String key, String place, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            ContentException.class,
            fault -> {
              assertThat(fault.key()).isEqualTo(key);
              assertThat(fault.file()).isEqualTo("config/notifications/greeting.yaml");
              assertThat(fault.place()).isEqualTo(place);
            });
  }

  @Nested
  class TheShippedTexts {

    private final NotificationTemplates templates =
        new NotificationTemplates(TextContent.shipped());

    @ParameterizedTest
    @ValueSource(
        strings = {
          "incident-received",
          "incident-waiting-for-you",
          "incident-waiting-reminder",
          "incident-resolved-please-confirm",
          "incident-closed",
          "incident-reopened",
          "incident-cancelled",
          "incident-handed-over",
          "message-for-requester",
          "message-from-requester",
          "sla-warning",
          "sla-breached",
          "sla-overdue-repeated",
          "sla-customer-warning",
          "sla-customer-missed"
        })
    void nameTheRecordAndEndWithWhoWroteThem(String name) {
      var text = templates.named(name);

      assertThat(text.subject(EVERYTHING)).startsWith("<number>").doesNotContain("{{");
      assertThat(text.body(EVERYTHING))
          .contains("<link>")
          .doesNotContain("{{")
          .endsWith("\n\nThis message was generated automatically.\n");
    }
  }

  @Test
  void whatWasDoneIsToldToWhomeverIsAskedWhetherItWorks() {
    var text = new NotificationTemplates(TextContent.shipped());

    assertThat(text.named("incident-resolved-please-confirm").body(EVERYTHING))
        .contains("<resolution>");
  }

  @Nested
  class AFile {

    @Test
    void withAPlaceholderThatItDoesNotListIsRefused() {
      isRefused(
          "notification.unknown-placeholder",
          "body",
          () -> greeting("{subject: a, body: 'Hello {{title}}', values: [number]}"));
    }

    @Test
    void thatListsAValueNobodyGivesIsRefused() {
      isRefused(
          "notification.unknown-value",
          "values[1]",
          () -> greeting("{subject: a, body: b, values: [number, numbr]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{number", "number}}", "{{number.name}}", "{{#number}}", "{{ }}"})
    void withBracesThatAreNoPlaceholderIsRefused(String text) {
      isRefused(
          "notification.bad-placeholder",
          "subject",
          () -> greeting("{subject: '" + text + "', body: b, values: [number]}"));
    }

    @Test
    void withoutSubjectOrBodyIsRefused() {
      isRefused("notification.no-text", "subject", () -> greeting("{body: b}"));
      isRefused("notification.no-text", "body", () -> greeting("{subject: b, body: ' '}"));
      isRefused("notification.no-text", "subject", () -> greeting("# nothing\n--- null"));
    }

    @Test
    void withAnUnknownPartIsRefusedWithItsPlace() {
      isRefused(
          "notification.unreadable",
          "value",
          () -> greeting("subject: a\nbody: b\nvalue: [number]\n"));
    }

    @Test
    void withAPartOfTheWrongKindIsRefusedWithItsPlace() {
      isRefused(
          "notification.unreadable",
          "values",
          () -> greeting("{subject: a, body: b, values: {number: 1}}"));
      isRefused("notification.unreadable", "file", () -> greeting("[subject, body]"));
    }

    @Test
    void thatIsNoYamlIsRefusedWithItsPlace() {
      isRefused("notification.unreadable", "line 1, column 8", () -> greeting("subject: 'a\n"));
      isRefused(
          "notification.unreadable",
          "line 2, column 8",
          () -> greeting("subject: a\nsubject: b\nbody: c\n"));
    }

    @Test
    void thatDoesNotExistIsNamedWhenItIsAskedFor() {
      assertThatThrownBy(() -> new NotificationTemplates(TextContent.shipped()).named("nothing"))
          .isInstanceOf(ContentException.class)
          .hasMessageContaining("config/notifications/nothing.yaml")
          .hasMessageContaining("[notification.unknown-template]");
    }
  }

  @Nested
  class AText {

    private final Template template =
        greeting(
            "{subject: '{{number}}: {{title}}', body: 'Dear all, {{title}} $1 {{reason}}',"
                + " values: [number, title, reason]}");

    private Map<String, Object> titled(String title) {
      var values = new HashMap<String, Object>();
      values.put("number", "INC-000001");
      values.put("title", title);
      values.put("reason", null);
      return values;
    }

    @Test
    void hasASubjectOfOneLineWhateverTheTitleHolds() {
      assertThat(template.subject(titled("Printer\r\nBcc: all@example.org\u2028x\u0085y\u0000z")))
          .isEqualTo("INC-000001: Printer Bcc: all@example.org x yz");
    }

    @Test
    void takesValuesAsTheyAreAndFillsThemInOnce() {
      assertThat(template.body(titled("<b>{{number}}</b> $2 \\")))
          .isEqualTo("Dear all, <b>{{number}}</b> $2 \\ $1 -");
    }

    @Test
    void keepsLinesOfALongReasonButNothingInvisible() {
      assertThat(template.body(titled("one\r\ntwo\u0000\u0007")))
          .isEqualTo("Dear all, one\ntwo $1 -");
    }

    @Test
    void knowsWhichOfItsPlacesWouldStayEmpty() {
      assertThat(template.missing(titled(" "))).containsExactly("reason", "title");
      assertThat(template.missing(Map.of("number", "1", "title", "a", "reason", "b"))).isEmpty();
    }

    @Test
    void isShortenedBetweenCharacters() {
      var subject = template.subject(titled("x" + "\ud83d\ude00".repeat(1_000)));

      assertThat(subject).hasSizeBetween(198, 200).endsWith("\ud83d\ude00…");
      assertThat(template.body(titled("x".repeat(100_000)))).hasSizeLessThan(2_100);
    }
  }
}
