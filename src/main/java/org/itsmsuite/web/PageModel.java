package org.itsmsuite.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.Demo;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page needs to know. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

  private final CurrentUser currentUser;
  private final Access access;
  private final Demo demo;
  private final List<NavigationItem> items;
  private final List<ReportNotes> notes;

  PageModel(
      CurrentUser currentUser,
      Access access,
      Demo demo,
      List<NavigationItem> items,
      List<ReportNotes> notes) {
    this.currentUser = currentUser;
    this.access = access;
    this.demo = demo;
    this.notes = List.copyOf(notes);
    this.items = items.stream().sorted(Comparator.comparingInt(NavigationItem::place)).toList();
  }

  @ModelAttribute
  void fill(Model model) {
    model.addAllAttributes(attributes());
  }

  /** The same for pages that no controller makes. */
  Map<String, Object> attributes() {
    var attributes = new LinkedHashMap<String, Object>();
    attributes.put("demoExposed", demo.exposed());
    var login = SecurityContextHolder.getContext().getAuthentication();
    if (login != null && !(login instanceof AnonymousAuthenticationToken)) {
      var actor = currentUser.actor();
      attributes.put("user", actor.id());
      attributes.put("notes", notes.stream().flatMap(one -> one.now().stream()).toList());
      attributes.put(
          "navigation",
          items.stream().filter(item -> access.may(actor, item.permission())).toList());
    }
    return attributes;
  }
}
