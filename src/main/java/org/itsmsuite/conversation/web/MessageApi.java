package org.itsmsuite.conversation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.conversation.ConversationAccess;
import org.itsmsuite.conversation.ConversationView;
import org.itsmsuite.conversation.Conversations;
import org.itsmsuite.conversation.Entry;
import org.itsmsuite.conversation.Visibility;
import org.itsmsuite.web.IdempotencyKeys;
import org.itsmsuite.web.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages and notes for programs. */
@RestController
@RequestMapping("/api/records/{number}/messages")
class MessageApi {

  private final Conversations conversations;
  private final ConversationView view;
  private final ConversationAccess access;
  private final ConversationWords words;
  private final IdempotencyKeys keys;

  MessageApi(
      Conversations conversations,
      ConversationView view,
      ConversationAccess access,
      ConversationWords words,
      IdempotencyKeys keys) {
    this.conversations = conversations;
    this.view = view;
    this.access = access;
    this.words = words;
    this.keys = keys;
  }

  /**
   * @param author account; "service desk" for those outside
   * @param advice what the requester should know besides, such as how a closed record is reopened
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EntryBody(
      UUID id,
      String record,
      Instant at,
      String author,
      String from,
      String visibility,
      String text,
      String advice) {}

  /**
   * Writes a message, or a note if the visibility is INTERNAL. The same {@code Idempotency-Key}
   * with the same body gives the same entry.
   */
  @PostMapping
  ResponseEntity<EntryBody> write(
      @PathVariable String number,
      @RequestBody MessageRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    access.visible(number);
    var checked = request.checked(access.mayWrite(number, Visibility.INTERNAL));
    access.requireWrite(number, checked.visibility());
    var outcome =
        keys.once(
            key,
            access.actor().id(),
            "conversation.write",
            Map.of("record", number, "text", checked.text(), "visibility", checked.visibility()),
            () ->
                conversations.write(number, checked.text(), checked.visibility()).id().toString());
    var entry = view.entry(number, UUID.fromString(outcome.record()));
    return ResponseEntity.created(
            URI.create("/api/records/" + number + "/messages/" + outcome.record()))
        .body(body(entry, view.advice(number).orElse(null)));
  }

  @GetMapping("/{id}")
  EntryBody one(@PathVariable String number, @PathVariable UUID id) {
    return body(view.entry(number, id), null);
  }

  /** One page, oldest first. */
  @GetMapping
  ListBody list(
      @PathVariable String number,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    var texts = new Texts();
    within(texts, "page", page, 0, 1_000_000);
    within(texts, "size", size, 1, 100);
    texts.verify();
    var found = view.entries(number, page, size);
    return new ListBody(
        found.entries().stream().map(one -> body(one, null)).toList(),
        new PageBody(page, size, found.total(), (found.total() + size - 1) / size));
  }

  record ListBody(List<EntryBody> content, PageBody page) {}

  /**
   * @param number from 0
   */
  record PageBody(int number, int size, long totalElements, long totalPages) {}

  private static void within(Texts texts, String field, int value, int min, int max) {
    if (value < min || value > max) {
      texts.wrong(field, "request.out-of-range", "From " + min + " to " + max + ".");
    }
  }

  private EntryBody body(Entry entry, String advice) {
    return new EntryBody(
        entry.id(),
        entry.record(),
        entry.at(),
        words.author(entry.author(), entry.side(), access.seesInternal(entry.record())),
        entry.side().name(),
        entry.visibility().name(),
        entry.text(),
        advice);
  }
}
