package org.itsmsuite.change.work.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.work.Figures;
import org.itsmsuite.configuration.Item;
import org.itsmsuite.configuration.Items;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How well changes succeed, for people. */
@Controller
class FigurePage {

  private final FigureDesk desk;
  private final Items items;
  private final PageWords words;

  FigurePage(FigureDesk desk, Items items, PageWords words) {
    this.desk = desk;
    this.items = items;
    this.words = words;
  }

  record Choice(String id, String name) {}

  /** A line as it is shown. */
  record Row(String name, Figures figures) {}

  @GetMapping("/changes/figures")
  String show(FigureDesk.Query query, Model model) {
    FigureDesk.Answer answer;
    try {
      answer = desk.of(query);
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      model.addAttribute("refusal", Map.of("key", refusal.key(), "detail", refusal.getMessage()));
      answer = desk.of(new FigureDesk.Query(null, null, null, null, null));
    }
    Map<String, String> names = names(answer);
    model.addAttribute("by", answer.by().name().toLowerCase(Locale.ROOT));
    model.addAttribute(
        "groupings",
        Arrays.stream(Figures.By.values())
            .map(one -> new Choice(one.name().toLowerCase(Locale.ROOT), Labels.of(one)))
            .toList());
    model.addAttribute("byText", Labels.of(answer.by()));
    model.addAttribute("from", answer.from());
    model.addAttribute("to", answer.to());
    model.addAttribute("total", answer.total());
    model.addAttribute(
        "rows",
        answer.rows().stream()
            .map(
                one ->
                    new Row(
                        one.key() == null ? "none" : names.getOrDefault(one.key(), one.key()), one))
            .toList());
    model.addAttribute("lines", answer.lines());
    model.addAttribute("page", answer.page());
    model.addAttribute("size", answer.size());
    model.addAttribute("more", (answer.page() + 1L) * answer.size() < answer.lines());
    model.addAttribute("zone", words.zone().getId());
    return "change/figures";
  }

  private Map<String, String> names(FigureDesk.Answer answer) {
    List<String> keys =
        answer.rows().stream().map(Figures::key).filter(key -> key != null).distinct().toList();
    return switch (answer.by()) {
      case CATEGORY ->
          keys.stream()
              .collect(Collectors.toMap(key -> key, key -> Labels.of(Category.valueOf(key))));
      case TEAM -> keys.stream().collect(Collectors.toMap(key -> key, words::group));
      case ITEM -> items.of(keys).stream().collect(Collectors.toMap(Item::id, Item::name));
      case MONTH -> Map.of();
    };
  }
}
