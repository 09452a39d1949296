package org.itsmsuite.conversation.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.itsmsuite.conversation.CheckedFile;
import org.itsmsuite.conversation.Contribution;
import org.itsmsuite.conversation.ConversationAccess;
import org.itsmsuite.conversation.Conversations;
import org.itsmsuite.conversation.FileCheck;
import org.itsmsuite.conversation.Upload;
import org.itsmsuite.conversation.Visibility;
import org.itsmsuite.web.IdempotencyKeys;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes files in: lays them down for the time of the call, has them checked, hands them on. */
@Component
class Uploads {

  private final Conversations conversations;
  private final ConversationAccess access;
  private final FileCheck check;
  private final IdempotencyKeys keys;

  Uploads(
      Conversations conversations,
      ConversationAccess access,
      FileCheck check,
      IdempotencyKeys keys) {
    this.conversations = conversations;
    this.access = access;
    this.check = check;
    this.keys = keys;
  }

  /** Attaches one file; with a key, once. */
  UUID once(String key, String number, MultipartFile file, Visibility visibility) {
    return checked(
        List.of(file),
        files -> {
          var outcome =
              keys.once(
                  key,
                  access.actor().id(),
                  "conversation.attach",
                  body(number, null, visibility, files),
                  () -> conversations.attach(number, files.get(0), visibility).id().toString());
          return UUID.fromString(outcome.record());
        });
  }

  /** Writes and attaches what a page's form holds; with a key, once. */
  void say(
      String key, String number, String text, List<MultipartFile> sent, Visibility visibility) {
    checked(
        sent,
        files ->
            keys.once(
                key,
                access.actor().id(),
                "conversation.say",
                body(number, text, visibility, files),
                () -> idOf(conversations.say(number, text, files, visibility))));
  }

  private static String idOf(Contribution said) {
    return String.valueOf(
        said.entry() != null ? said.entry().id() : said.attachments().get(0).id());
  }

  private static Map<String, Object> body(
      String number, String text, Visibility visibility, List<CheckedFile> files) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("record", number);
    body.put("text", text);
    body.put("visibility", visibility);
    body.put("files", files.stream().map(one -> List.of(one.name(), one.sha256())).toList());
    return body;
  }

  private <T> T checked(List<MultipartFile> sent, Function<List<CheckedFile>, T> use) {
    List<Path> laidDown = new ArrayList<>();
    try {
      List<CheckedFile> files = new ArrayList<>();
      for (MultipartFile file : sent) {
        Path path = Files.createTempFile("itsm-upload-", null);
        laidDown.add(path);
        file.transferTo(path);
        files.add(check.check(new Upload(file.getOriginalFilename(), file.getContentType(), path)));
      }
      return use.apply(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      laidDown.forEach(Uploads::remove);
    }
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
