package org.itsmsuite.conversation.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.conversation.Attachment;
import org.itsmsuite.conversation.ConversationAccess;
import org.itsmsuite.conversation.ConversationView;
import org.itsmsuite.conversation.Visibility;
import org.itsmsuite.web.Texts;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files on records for programs. */
@RestController
@RequestMapping("/api/records/{number}/attachments")
class AttachmentApi {

  private final Uploads uploads;
  private final ConversationView view;
  private final ConversationAccess access;
  private final ConversationWords words;

  AttachmentApi(
      Uploads uploads, ConversationView view, ConversationAccess access, ConversationWords words) {
    this.uploads = uploads;
    this.view = view;
    this.access = access;
    this.words = words;
  }

  /**
   * @param author account; "service desk" for those outside
   * @param size in bytes
   * @param sha256 hexadecimal
   */
  record AttachmentBody(
      UUID id,
      String record,
      Instant at,
      String author,
      String from,
      String visibility,
      String name,
      String type,
      long size,
      String sha256) {}

  /**
   * Puts a file on the record. The same {@code Idempotency-Key} with the same file gives the same
   * attachment.
   *
   * @param visibility REQUESTER or INTERNAL; may be left out by who can attach for the requester
   *     only
   */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<AttachmentBody> attach(
      @PathVariable String number,
      @RequestParam("file") MultipartFile file,
      @RequestParam(required = false) String visibility,
      @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    access.visible(number);
    var texts = new Texts();
    boolean staff = access.mayAttach(number, Visibility.INTERNAL);
    Visibility seenBy = MessageRequest.visibility(texts, visibility, staff);
    texts.verify();
    access.requireAttach(number, seenBy);
    UUID id = uploads.once(key, number, file, seenBy);
    return ResponseEntity.created(URI.create("/api/records/" + number + "/attachments/" + id))
        .body(body(view.attachment(number, id)));
  }

  /** Oldest first. */
  @GetMapping
  ListBody list(@PathVariable String number) {
    return new ListBody(view.attachments(number).stream().map(this::body).toList());
  }

  record ListBody(List<AttachmentBody> content) {}

  @GetMapping("/{id}")
  ResponseEntity<Resource> download(@PathVariable String number, @PathVariable UUID id) {
    Attachment attachment = view.attachment(number, id);
    return Download.of(attachment, view.content(attachment));
  }

  private AttachmentBody body(Attachment file) {
    return new AttachmentBody(
        file.id(),
        file.record(),
        file.at(),
        words.author(file.author(), file.side(), access.seesInternal(file.record())),
        file.side().name(),
        file.visibility().name(),
        file.name(),
        file.type(),
        file.size(),
        file.sha256());
  }
}
