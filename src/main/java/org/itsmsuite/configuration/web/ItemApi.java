package org.itsmsuite.configuration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.configuration.ImportReport;
import org.itsmsuite.configuration.ItemFields;
import org.itsmsuite.configuration.web.ItemBodies.ImpactBody;
import org.itsmsuite.configuration.web.ItemBodies.ItemBody;
import org.itsmsuite.configuration.web.ItemBodies.ItemView;
import org.itsmsuite.configuration.web.ItemBodies.ItemsBody;
import org.itsmsuite.configuration.web.ItemBodies.RelationBody;
import org.itsmsuite.web.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Items for programs. */
@RestController
@RequestMapping("/api/items")
class ItemApi {

  private static final int LAST_PAGE = 1_000_000;
  private static final int MOST_ON_A_PAGE = 200;
  private static final String CSV = "text/csv";
  private static final String NO_REASON = "Taken in as a table";

  private final ItemDesk desk;

  ItemApi(ItemDesk desk) {
    this.desk = desk;
  }

  /** An item that begins; see {@link org.itsmsuite.configuration.Item}. */
  record NewItem(
      String id,
      String level,
      String type,
      String name,
      String description,
      String designation,
      String outcome,
      String criticality,
      String supportGroup,
      String status,
      Boolean asset,
      Map<String, String> attributes) {

    ItemFields fields() {
      return new ItemFields(
          id,
          level,
          type,
          name,
          description,
          designation,
          outcome,
          criticality,
          supportGroup,
          status,
          asset == null ? null : asset.toString(),
          attributes);
    }
  }

  /**
   * What becomes different: null leaves a value as it is, an empty text takes it away.
   *
   * @param version that the caller has seen; without one, whatever holds is changed
   * @param reason required
   */
  record Changed(
      Long version,
      String type,
      String name,
      String description,
      String designation,
      String outcome,
      String criticality,
      String supportGroup,
      String status,
      Boolean asset,
      Map<String, String> attributes,
      String reason) {

    ItemFields fields() {
      return new ItemFields(
          null,
          null,
          type,
          name,
          description,
          designation,
          outcome,
          criticality,
          supportGroup,
          status,
          asset == null ? null : asset.toString(),
          attributes);
    }
  }

  record Retired(Long version, String reason) {}

  record Related(String kind, String to) {}

  record Ended(String reason) {}

  /** Services first, then components, then configuration items; by id. */
  @GetMapping
  ItemsBody list(
      @RequestParam(required = false) String text,
      @RequestParam(required = false) String level,
      @RequestParam(required = false) String type,
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String retired,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    var texts = new Texts();
    range(texts, "page", page, 0, LAST_PAGE);
    range(texts, "size", size, 1, MOST_ON_A_PAGE);
    texts.verify();
    return desk.search(new ItemDesk.Query(text, level, type, status, retired), page, size);
  }

  private static void range(Texts texts, String field, int value, int min, int max) {
    if (value < min || value > max) {
      texts.wrong(field, "request.out-of-range", "A whole number from " + min + " to " + max + ".");
    }
  }

  /**
   * With relations and all versions.
   *
   * @param at an instant or a date: item and relations as they were then
   */
  @GetMapping("/{id}")
  ItemView view(@PathVariable String id, @RequestParam(required = false) String at) {
    return desk.view(id, at);
  }

  /** What would be affected now if it failed or were changed (I-15). */
  @GetMapping("/{id}/impact")
  ImpactBody impact(@PathVariable String id) {
    return ImpactBody.of(id, desk.impact(id));
  }

  @PostMapping
  ResponseEntity<ItemBody> create(
      @RequestBody NewItem wanted,
      @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    var item = desk.create(key, wanted.fields());
    return ResponseEntity.created(URI.create("/api/items/" + item.id())).body(ItemBody.of(item));
  }

  @PostMapping("/{id}/change")
  ItemBody change(@PathVariable String id, @RequestBody Changed wanted) {
    return ItemBody.of(desk.change(id, wanted.version(), wanted.fields(), wanted.reason()));
  }

  /** Takes it out of use, with its relations; refused while others would suffer. */
  @PostMapping("/{id}/retire")
  ItemBody retire(@PathVariable String id, @RequestBody Retired wanted) {
    return ItemBody.of(desk.retire(id, wanted.version(), wanted.reason()));
  }

  @PostMapping("/{id}/relations")
  @ResponseStatus(HttpStatus.CREATED)
  RelationBody relate(@PathVariable String id, @RequestBody Related wanted) {
    return desk.relate(id, wanted.kind(), wanted.to());
  }

  @PostMapping("/{id}/relations/{relation}/end")
  RelationBody unrelate(
      @PathVariable String id, @PathVariable UUID relation, @RequestBody Ended wanted) {
    return desk.unrelate(id, relation, wanted.reason());
  }

  /**
   * Takes a table in, whole or not at all.
   *
   * @param dryRun true: only tells what would come of it
   * @param reason where it comes from; told with each version
   */
  @PostMapping(path = "/import", consumes = CSV)
  ImportReport takeIn(
      HttpServletRequest request,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(required = false) String reason)
      throws IOException {
    desk.requireEdit();
    // A slow caller must not keep others from changing items, so it is laid down first.
    Path table = Files.createTempFile("items", ".csv");
    try {
      Files.copy(request.getInputStream(), table, StandardCopyOption.REPLACE_EXISTING);
      try (InputStream csv = Files.newInputStream(table)) {
        return takeIn(csv, dryRun, reason);
      }
    } finally {
      Files.delete(table);
    }
  }

  /** The same for a file that is uploaded. */
  @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ImportReport takeIn(
      @RequestParam("file") MultipartFile file,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(required = false) String reason)
      throws IOException {
    try (InputStream csv = file.getInputStream()) {
      return takeIn(csv, dryRun, reason);
    }
  }

  private ImportReport takeIn(InputStream csv, boolean dryRun, String reason) throws IOException {
    return dryRun ? desk.tried(csv) : desk.taken(csv, reason == null ? NO_REASON : reason);
  }

  /**
   * Everything that is not retired, as {@code import} takes it.
   *
   * @param table {@code items} or {@code relations}
   */
  @GetMapping("/export")
  void export(@RequestParam(defaultValue = "items") String table, HttpServletResponse response)
      throws IOException {
    desk.requireRead();
    boolean relations = table.equals("relations");
    var texts = new Texts();
    if (!relations && !table.equals("items")) {
      texts.wrong("table", "configuration.wrong-value", "One of items, relations.");
    }
    texts.verify();
    response.setContentType(CSV);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + table + ".csv\"");
    desk.write(response.getWriter(), relations);
  }
}
