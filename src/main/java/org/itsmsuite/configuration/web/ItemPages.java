package org.itsmsuite.configuration.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.itsmsuite.configuration.Criticality;
import org.itsmsuite.configuration.ImpactTree;
import org.itsmsuite.configuration.ImportReport;
import org.itsmsuite.configuration.Item;
import org.itsmsuite.configuration.ItemFields;
import org.itsmsuite.configuration.ItemLevel;
import org.itsmsuite.configuration.ItemStatus;
import org.itsmsuite.configuration.ItemType;
import org.itsmsuite.configuration.Items;
import org.itsmsuite.configuration.RelationKind;
import org.itsmsuite.configuration.web.ItemBodies.ItemBody;
import org.itsmsuite.configuration.web.ItemBodies.ItemView;
import org.itsmsuite.configuration.web.ItemBodies.ItemsBody;
import org.itsmsuite.configuration.web.ItemBodies.PageBody;
import org.itsmsuite.configuration.web.ItemBodies.RelationBody;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.RefusedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Items for people. */
@Controller
@RequestMapping("/items")
class ItemPages {

  private static final int SIZE = 50;
  private static final int LAST_PAGE = 1_000_000;
  private static final int LISTED = 50;

  private final ItemDesk desk;
  private final Items items;
  private final SupportGroups groups;

  ItemPages(ItemDesk desk, Items items, SupportGroups groups) {
    this.desk = desk;
    this.items = items;
    this.groups = groups;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) String text,
      @RequestParam(required = false) String level,
      @RequestParam(required = false) String type,
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String retired,
      @RequestParam(defaultValue = "0") String page,
      Model model) {
    int number = page.matches("[0-9]{1,7}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    var query = new ItemDesk.Query(text, level, type, status, retired);
    var found = new ItemsBody(List.of(), new PageBody(0, SIZE, 0, 0));
    try {
      found = desk.search(query, number, SIZE);
    } catch (Refusal refusal) {
      if (refusal.offences().isEmpty()) {
        throw refusal;
      }
      RefusedForm.tell(model, refusal);
    }
    model.addAttribute("query", query);
    model.addAttribute("found", found);
    words(model);
    return "configuration/items";
  }

  private void words(Model model) {
    model.addAttribute("levels", ItemLevel.values());
    model.addAttribute("types", desk.types().types());
    model.addAttribute("typeNames", typeNames());
    model.addAttribute("statuses", desk.types().statuses());
    model.addAttribute(
        "statusNames",
        desk.types().statuses().stream()
            .collect(Collectors.toMap(ItemStatus::id, ItemStatus::name)));
    model.addAttribute("kinds", desk.types().kinds());
    model.addAttribute("criticalities", Criticality.values());
    model.addAttribute("groups", groups.all());
    model.addAttribute(
        "groupNames",
        groups.all().stream().collect(Collectors.toMap(one -> one.id(), one -> one.name())));
    model.addAttribute(
        "attributes",
        desk.types().types().stream()
            .flatMap(one -> one.attributes().stream())
            .distinct()
            .sorted()
            .toList());
    model.addAttribute("mayEdit", desk.mayEdit());
    model.addAttribute("zone", desk.zone());
  }

  private Map<String, String> typeNames() {
    return desk.types().types().stream().collect(Collectors.toMap(ItemType::id, ItemType::name));
  }

  @GetMapping("/new")
  String form(Model model) {
    return form(Map.of(), UUID.randomUUID().toString(), model);
  }

  private String form(Map<String, String> form, String key, Model model) {
    desk.requireEdit();
    words(model);
    model.addAttribute("form", form);
    model.addAttribute("idempotencyKey", key);
    return "configuration/new";
  }

  /** The page's own key makes a second click on the button harmless. */
  @PostMapping
  String create(@RequestParam Map<String, String> form, Model model, RedirectAttributes flash) {
    String key = form.get("idempotencyKey");
    try {
      Item item = desk.create(key, fields(form, true));
      flash.addFlashAttribute("message", "The item is entered.");
      return "redirect:/items/" + item.id();
    } catch (Refusal refusal) {
      RefusedForm.tell(model, refusal);
      return form(form, UUID.randomUUID().toString(), model);
    }
  }

  /** Fields that stand on the page; of a new item those left blank were not written. */
  private static ItemFields fields(Map<String, String> form, boolean begins) {
    Map<String, String> attributes = new HashMap<>();
    form.forEach(
        (name, value) -> {
          if (name.startsWith("attributes.") && !(begins && value.isBlank())) {
            attributes.put(name.substring("attributes.".length()), value);
          }
        });
    return new ItemFields(
        form.get("id"),
        form.get("level"),
        form.get("type"),
        form.get("name"),
        form.get("description"),
        form.get("designation"),
        form.get("outcome"),
        form.get("criticality"),
        form.get("supportGroup"),
        form.get("status"),
        form.containsKey("asset") ? "true" : "false",
        attributes);
  }

  @GetMapping("/{id}")
  String item(@PathVariable String id, @RequestParam(required = false) String at, Model model) {
    return item(id, at, null, model);
  }

  /**
   * @param form what was entered and refused, or null
   */
  private String item(String id, String at, Map<String, String> form, Model model) {
    ItemView view;
    try {
      view = desk.view(id, at);
    } catch (Refusal refusal) {
      if (refusal.offences().isEmpty()) {
        throw refusal;
      }
      RefusedForm.tell(model, refusal);
      view = desk.view(id, null);
    }
    ImpactTree tree = desk.impact(id);
    model.addAttribute("view", view);
    model.addAttribute("item", view.item());
    model.addAttribute("at", at);
    model.addAttribute("isNow", at == null || at.isBlank());
    model.addAttribute("type", desk.types().type(view.item().type()).orElseThrow());
    model.addAttribute("ended", desk.endedRelations(id));
    model.addAttribute("picture", picture(id, tree));
    model.addAttribute("tree", tree);
    model.addAttribute("listed", LISTED);
    model.addAttribute("versions", ItemChanges.of(view.history(), this::words));
    model.addAttribute("recorded", recorded(view.item()));
    model.addAttribute("written", form);
    words(model);
    return "configuration/item";
  }

  /** Words instead of ids, where a field holds one. */
  private String words(String field, String value) {
    return switch (field) {
      case "type" -> desk.types().type(value).map(ItemType::name).orElse(value);
      case "status" -> desk.types().status(value).map(ItemStatus::name).orElse(value);
      case "supportGroup" -> groups.find(value).map(SupportGroup::name).orElse(value);
      default -> value;
    };
  }

  /** An item as its form shows it. */
  private static Map<String, String> recorded(ItemBody item) {
    Map<String, String> form = new HashMap<>();
    form.put("type", item.type());
    form.put("name", item.name());
    form.put("description", item.description());
    form.put("designation", item.designation());
    form.put("outcome", item.outcome());
    form.put("criticality", item.criticality());
    form.put("supportGroup", item.supportGroup());
    form.put("status", item.status());
    form.put("asset", String.valueOf(item.asset()));
    item.attributes().forEach((name, value) -> form.put("attributes." + name, value));
    return form;
  }

  private ImpactPicture picture(String id, ImpactTree tree) {
    List<String> needed =
        desk.view(id, null).relations().stream()
            .filter(this::suffersItself)
            .map(RelationBody::item)
            .toList();
    return ImpactPicture.of(items.find(id).orElseThrow(), items.of(needed), tree);
  }

  /** Whether the end that is looked from is the one that suffers. */
  private boolean suffersItself(RelationBody one) {
    RelationKind.Suffers suffers = desk.types().kind(one.kind()).orElseThrow().suffers();
    return suffers == (one.outgoing() ? RelationKind.Suffers.FROM : RelationKind.Suffers.TO);
  }

  @PostMapping("/{id}/change")
  String change(
      @PathVariable String id,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes flash) {
    return step(
        id,
        form,
        "change",
        model,
        flash,
        "The item is changed.",
        () -> desk.change(id, version(form), fields(form, false), form.get("reason")));
  }

  @PostMapping("/{id}/retire")
  String retire(
      @PathVariable String id,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes flash) {
    return step(
        id,
        form,
        "retire",
        model,
        flash,
        "The item is retired.",
        () -> desk.retire(id, version(form), form.get("reason")));
  }

  @PostMapping("/{id}/relations")
  String relate(
      @PathVariable String id,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes flash) {
    return step(
        id,
        form,
        "relate",
        model,
        flash,
        "The items hang together from now on.",
        () -> desk.relate(id, form.get("kind"), form.get("to")));
  }

  @PostMapping("/{id}/relations/{relation}/end")
  String unrelate(
      @PathVariable String id,
      @PathVariable UUID relation,
      @RequestParam Map<String, String> form,
      Model model,
      RedirectAttributes flash) {
    return step(
        id,
        form,
        "end-" + relation,
        model,
        flash,
        "The relation has ended.",
        () -> desk.unrelate(id, relation, form.get("reason")));
  }

  /**
   * @param which of the page's forms it is, and what the ids of its fields begin with
   */
  private String step(
      String id,
      Map<String, String> form,
      String which,
      Model model,
      RedirectAttributes flash,
      String done,
      Runnable step) {
    try {
      step.run();
      flash.addFlashAttribute("message", done);
      return "redirect:/items/" + id;
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
        throw refusal;
      }
      RefusedForm.tell(model, refusal, field -> which + "-" + field);
      Map<String, String> written = new HashMap<>(form);
      written.put("form", which);
      return item(id, null, written, model);
    }
  }

  private static Long version(Map<String, String> form) {
    String written = form.get("version");
    return written != null && written.matches("[0-9]{1,18}") ? Long.valueOf(written) : null;
  }

  @GetMapping("/import")
  String importing(Model model) {
    desk.requireEdit();
    return importing(null, null, model);
  }

  private String importing(ImportReport report, String reason, Model model) {
    words(model);
    model.addAttribute("report", report);
    model.addAttribute("reason", reason);
    return "configuration/import";
  }

  /**
   * @param step {@code try} tells only what would come of it
   */
  @PostMapping("/import")
  String takeIn(
      @RequestParam(name = "file", required = false) MultipartFile file,
      @RequestParam(required = false) String reason,
      @RequestParam(required = false) String step,
      Model model)
      throws IOException {
    desk.requireEdit();
    boolean dryRun = !"take".equals(step);
    if (file == null || file.isEmpty()) {
      RefusedForm.tell(
          model, Refusal.invalid("request.missing", "file", "Choose the file, please."));
      return importing(null, reason, model);
    }
    ImportReport report = tried(file);
    if (dryRun || !report.isFine()) {
      model.addAttribute("tried", dryRun);
      return importing(report, reason, model);
    }
    try (InputStream csv = file.getInputStream()) {
      model.addAttribute("done", true);
      return importing(desk.taken(csv, reason), reason, model);
    } catch (Refusal refusal) {
      model.addAttribute("done", false);
      RefusedForm.tell(model, refusal);
      return importing(null, reason, model);
    }
  }

  private ImportReport tried(MultipartFile file) throws IOException {
    try (InputStream csv = file.getInputStream()) {
      return desk.tried(csv);
    }
  }
}
