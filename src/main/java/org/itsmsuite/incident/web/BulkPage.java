package org.itsmsuite.incident.web;

import java.util.List;
import org.itsmsuite.incident.web.IncidentBulk.Result;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.RefusedForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Acting on the incidents chosen in the list; what became of each is told above the list. What was
 * refused as a whole comes back as it was filled in.
 */
@Controller
class BulkPage {

  private final IncidentBulk bulk;

  BulkPage(IncidentBulk bulk) {
    this.bulk = bulk;
  }

  /**
   * @param list the list's own parameters, to come back to the same page of it
   */
  @PostMapping("/incidents/bulk")
  String run(
      @ModelAttribute BulkRequest request,
      @RequestParam(required = false) String list,
      RedirectAttributes flash) {
    try {
      List<Result> results = bulk.run(request);
      long done = results.stream().filter(Result::done).count();
      flash.addFlashAttribute("message", "Done for " + done + " of " + results.size() + ".");
      flash.addFlashAttribute(
          "notDone", results.stream().filter(result -> !result.done()).toList());
    } catch (Refusal refusal) {
      RefusedForm.tellNext(flash, refusal, field -> "bulk-" + field);
      flash.addFlashAttribute("tried", request);
    }
    return "redirect:" + backTo(list);
  }

  private static String backTo(String list) {
    try {
      return UriComponentsBuilder.fromPath("/incidents").query(list).build(true).toUriString();
    } catch (IllegalArgumentException notOurs) {
      return "/incidents";
    }
  }
}
