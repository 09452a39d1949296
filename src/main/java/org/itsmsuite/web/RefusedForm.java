package org.itsmsuite.web;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.refusal.Refusal.Offence;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a page says of a form that was refused. The page is shown again with what was entered; the
 * fragment {@code faults} of the layout lists the fields, or the layout itself tells the refusal.
 */
public final class RefusedForm {

  private RefusedForm() {}

  /**
   * What is wrong with a field.
   *
   * @param id of the field on the page
   * @param field its name as sent; of one among several, without its place
   */
  public record Fault(String id, String field, String key, String detail) {}

  /** The fields' names are their ids. */
  public static void tell(Model model, Refusal refusal) {
    tell(model, refusal, field -> field);
  }

  /**
   * @param ids of the fields, by their names
   */
  public static void tell(Model model, Refusal refusal, UnaryOperator<String> ids) {
    List<Fault> faults =
        refusal.offences().stream()
            .map(one -> fault(one, one.field().replaceAll("\\[.*", ""), ids))
            .toList();
    model.addAttribute("faults", faults);
    if (faults.isEmpty()) {
      model.addAttribute("refusal", words(refusal));
    }
  }

  private static Fault fault(Offence offence, String field, UnaryOperator<String> ids) {
    return new Fault(ids.apply(field), field, offence.key(), offence.detail());
  }

  /** For a button without anything entered: told on the page that follows. */
  public static void tellNext(RedirectAttributes flash, Refusal refusal) {
    flash.addFlashAttribute("refusal", words(refusal));
  }

  /**
   * For a form that stands on the page that follows: what is wrong is told field by field.
   *
   * @param ids of the fields on that page, by their names
   */
  public static void tellNext(
      RedirectAttributes flash, Refusal refusal, UnaryOperator<String> ids) {
    flash.addFlashAttribute("refusal", words(refusal));
    flash.addFlashAttribute(
        "refusedFields",
        refusal.offences().stream()
            .map(
                one -> {
                  var field = one.field().replaceAll("\\[.*", "");
                  return new Fault(ids.apply(field), Entered.label(field), one.key(), one.detail());
                })
            .toList());
  }

  private static Map<String, String> words(Refusal refusal) {
    return Map.of("key", refusal.key(), "detail", refusal.getMessage());
  }
}
