package org.itsmsuite.conversation.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.itsmsuite.conversation.Attachment;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file on its way out: to be saved, never to be shown or run in our name. */
final class Download {

  private Download() {}

  static ResponseEntity<Resource> of(Attachment attachment, InputStream content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(attachment.type()))
        .contentLength(attachment.size())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(new InputStreamResource(content));
  }
}
