package org.itsmsuite.conversation.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.conversation.Attachment;
import org.itsmsuite.conversation.ConversationAccess;
import org.itsmsuite.conversation.ConversationView;
import org.itsmsuite.conversation.Conversations;
import org.itsmsuite.conversation.Visibility;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.Texts;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The conversation of a record for people: the form of its page, all of it, its files. */
@Controller
@RequestMapping("/records/{number}")
class ConversationPages {

  private static final int SIZE = 100;

  private final Uploads uploads;
  private final ConversationView view;
  private final ConversationAccess access;
  private final ConversationRows rows;

  ConversationPages(
      Uploads uploads, ConversationView view, ConversationAccess access, ConversationRows rows) {
    this.uploads = uploads;
    this.view = view;
    this.access = access;
    this.rows = rows;
  }

  /** What is refused comes back with all that was typed; nothing is written then. */
  @PostMapping("/messages")
  String write(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) String visibility,
      @RequestParam(required = false) String idempotencyKey,
      @RequestParam(name = "file", required = false) List<MultipartFile> file,
      RedirectAttributes flash) {
    RecordSummary record = access.visible(number);
    try {
      write(number, text, visibility, idempotencyKey, chosen(file));
      flash.addFlashAttribute("message", done(number));
    } catch (Refusal refusal) {
      flash.addFlashAttribute("conversationDraft", new Draft(text, visibility, fault(refusal)));
    }
    return "redirect:" + record.href() + "#conversation";
  }

  /** What was typed, and what was wrong with it. */
  record Draft(String text, String visibility, Fault fault) {}

  /**
   * @param field {@code text}, {@code file}, {@code visibility}, or null
   */
  record Fault(String field, String key, String detail) {}

  private static Fault fault(Refusal refusal) {
    return refusal.offences().isEmpty()
        ? new Fault(null, refusal.key(), refusal.getMessage())
        : new Fault(
            refusal.offences().get(0).field(), refusal.key(), refusal.offences().get(0).detail());
  }

  private void write(
      String number, String text, String visibility, String key, List<MultipartFile> files) {
    var texts = new Texts();
    String said =
        files.isEmpty()
            ? texts.requiredLines("text", text, Conversations.LONGEST)
            : texts.lines("text", text, Conversations.LONGEST);
    Visibility seenBy =
        MessageRequest.visibility(texts, visibility, access.mayWrite(number, Visibility.INTERNAL));
    texts.verify();
    if (said != null) {
      access.requireWrite(number, seenBy);
    }
    if (!files.isEmpty()) {
      access.requireAttach(number, seenBy);
    }
    uploads.say(key, number, said, files, seenBy);
  }

  /** A browser sends an empty part for a field in which no file was chosen. */
  private static List<MultipartFile> chosen(List<MultipartFile> files) {
    return files == null
        ? List.of()
        : files.stream()
            .filter(one -> !one.isEmpty() || !String.valueOf(one.getOriginalFilename()).isEmpty())
            .toList();
  }

  private String done(String number) {
    return view.advice(number).map(advice -> "It is sent. " + advice).orElse("It is sent.");
  }

  /** All of it, oldest first. */
  @GetMapping("/messages")
  String all(@PathVariable String number, @RequestParam(defaultValue = "0") int page, Model model) {
    RecordSummary record = access.visible(number);
    boolean internal = access.seesInternal(number);
    int wanted = Math.max(0, Math.min(page, 1_000_000));
    var found = view.entries(number, wanted, SIZE);
    model.addAttribute("record", Map.of("number", number, "title", record.title()));
    model.addAttribute("href", record.href());
    model.addAttribute("entries", rows.entries(found.entries(), internal));
    model.addAttribute("page", wanted);
    model.addAttribute("pages", (found.total() + SIZE - 1) / SIZE);
    return "conversation/all";
  }

  @GetMapping("/attachments/{id}")
  ResponseEntity<Resource> download(@PathVariable String number, @PathVariable UUID id) {
    Attachment attachment = view.attachment(number, id);
    return Download.of(attachment, view.content(attachment));
  }
}
