package org.itsmsuite.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.notification.Outbox;
import org.itsmsuite.notification.OutboxMessage;
import org.itsmsuite.notification.OutboxMessage.Status;
import org.itsmsuite.notification.OutboxPage;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

class OutboxPagesTest {

  private static final String LAYOUT =
      """
      <html th:fragment="page(title, content)" xmlns:th="http://www.thymeleaf.org">
      <head><title th:text="${title}">t</title></head><body><main th:replace="${content}"></main></body></html>
      """;

  private static final OutboxMessage MESSAGE =
      new OutboxMessage(
          UUID.fromString("00000000-0000-0000-0000-000000000001"),
          "INC-000001",
          "sla-warning",
          "clock/1",
          "group:service-desk",
          "desk@example.org",
          "<b>Printer</b>",
          "Hello <script>alert(1)</script>",
          Instant.parse("2026-04-27T09:00:00Z"),
          Status.SHOWN,
          0,
          null,
          null,
          null);

  private final List<String> asked = new ArrayList<>();
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(
              new OutboxPages(new FixedOutbox(), () -> Actor.SYSTEM, ZoneId.of("Europe/Amsterdam")))
          .setViewResolvers(views())
          .build();

  private static ThymeleafViewResolver views() {
    var pages = new ClassLoaderTemplateResolver();
    pages.setPrefix("templates/");
    pages.setSuffix(".html");
    pages.setResolvablePatterns(Set.of("outbox"));
    var layout =
        new StringTemplateResolver() {
          @Override
          protected ITemplateResource computeTemplateResource(
              IEngineConfiguration configuration,
              String owner,
              String template,
              Map<String, Object> attributes) {
            return new StringTemplateResource(LAYOUT);
          }
        };
    layout.setResolvablePatterns(Set.of("layout"));
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolvers(Set.of(pages, layout));
    var views = new ThymeleafViewResolver();
    views.setTemplateEngine(engine);
    views.setCharacterEncoding("UTF-8");
    return views;
  }

  private String page(String address) throws Exception {
    return http.perform(get(address))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void showsMessagesAsTextOnly() throws Exception {
    assertThat(page("/outbox"))
        .contains("<title>Outbox</title>")
        .contains("&lt;b&gt;Printer&lt;/b&gt;")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>")
        .contains("desk@example.org")
        .contains("shown")
        .contains("120 messages");
  }

  @Test
  void keepsTheRecordWhilePaging() throws Exception {
    assertThat(page("/outbox?record=INC-000001&page=1"))
        .contains("value=\"INC-000001\"")
        .contains("/outbox?record=INC-000001&amp;page=0")
        .contains("/outbox?record=INC-000001&amp;page=2");
    assertThat(asked).containsExactly("INC-000001 1");
  }

  @Test
  void showsTheFirstPageForWhatItCannotRead() throws Exception {
    assertThat(page("/outbox?page=-1&record=\"><script>")).doesNotContain("<script>");
    page("/outbox?page=99999999999999");
    http.perform(get("/outbox").param("record", "\u0000")).andExpect(status().isOk());

    assertThat(asked).containsExactly("\"><script> 0", "null 0", "null 0");
  }

  private class FixedOutbox implements Outbox {

    @Override
    public OutboxPage find(Actor reader, String record, int page, int size) {
      asked.add(record + " " + page);
      return new OutboxPage(List.of(MESSAGE), page, size, 120 + 50 * page);
    }

    @Override
    public List<OutboxMessage> add(List<OutboxMessage> messages) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<OutboxMessage> claim(UUID id, Instant now, Instant until) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void sent(UUID id, Instant at) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void shown(UUID id, String note) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void failed(UUID id, String error, Instant next) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<UUID> due(Instant now, int most) {
      throw new UnsupportedOperationException();
    }
  }
}
