package org.itsmsuite.change.web;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangePage;
import org.itsmsuite.change.ChangeSearch;
import org.itsmsuite.change.Changes;
import org.itsmsuite.change.Status;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The changes that a person may see. */
@Controller
class ChangeListPage {

  private final Changes changes;
  private final ChangeAccess access;
  private final PageWords words;

  ChangeListPage(Changes changes, ChangeAccess access, PageWords words) {
    this.changes = changes;
    this.access = access;
    this.words = words;
  }

  record Choice(String id, String name) {}

  record Row(
      String number,
      String title,
      String status,
      String category,
      String risk,
      String service,
      ZonedDateTime from,
      ZonedDateTime openedAt) {}

  @GetMapping("/changes")
  String list(ChangeQuery query, Model model) {
    ChangeSearch search = query.checked(access.reach(), access.known("c.number"));
    ChangePage page = changes.search(search);
    model.addAttribute("changes", page.changes().stream().map(this::row).toList());
    model.addAttribute("query", query);
    model.addAttribute("statuses", choices(Status.values()));
    model.addAttribute("categories", choices(Category.values()));
    model.addAttribute("mayRequest", access.may("change.request"));
    model.addAttribute("internal", access.internal());
    model.addAttribute("zone", words.zone().getId());
    model.addAttribute("page", PageBody.of(search.page(), search.size(), page.total()));
    return "change/list";
  }

  private static List<Choice> choices(Enum<?>[] values) {
    return Arrays.stream(values).map(one -> new Choice(one.name(), Labels.of(one))).toList();
  }

  private Row row(Change change) {
    return new Row(
        change.number(),
        change.title(),
        change.status().name(),
        Labels.of(change.category()),
        change.risk() == null || !access.internal() ? null : Labels.of(change.risk().level()),
        words.service(change.rfc().service()),
        change.window() == null ? null : words.time(change.window().from()),
        words.time(change.openedAt()));
  }
}
