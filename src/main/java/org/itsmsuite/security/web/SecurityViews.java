package org.itsmsuite.security.web;

import java.util.List;
import org.itsmsuite.security.SecurityView;
import org.springframework.stereotype.Component;

/** The view of all security incidents, for those who may look at it. */
@Component
class SecurityViews {

  private final SecurityView view;
  private final SecurityAccess access;

  SecurityViews(SecurityView view, SecurityAccess access) {
    this.view = view;
    this.access = access;
  }

  record Seen(List<SecurityView.Row> rows, PageBody page) {}

  /**
   * @throws org.itsmsuite.refusal.Refusal {@code security.view-not-allowed}, {@code
   *     request.out-of-range}
   */
  Seen page(Integer page, Integer size) {
    access.require(
        "security.read",
        "security.view-not-allowed",
        "The view of all security incidents is for the security team and for auditors.");
    var asked = new SecurityQuery(null, page, size).checked(access.known("v.number"));
    var found = view.page(asked.known(), asked.page(), asked.size());
    return new Seen(found.rows(), PageBody.of(asked.page(), asked.size(), found.total()));
  }
}
