package org.itsmsuite.servicelevel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.itsmsuite.servicelevel.EditedContent.AGREEMENTS;
import static org.itsmsuite.servicelevel.EditedContent.TARGETS;

import org.itsmsuite.content.ClassPathContent;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.itsmsuite.servicelevel.EditedContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every target traces to an agreement and to a requirement of it, before anything is released. */
class TargetCheckTest {

  private static final String ORPHANED = "servicelevel.orphaned-targets";

  private final EditedContent content = new EditedContent();

  private static ContentException fault(ContentSource content) {
    return catchThrowableOfType(ContentException.class, () -> new TargetCheck().check(content));
  }

  @Test
  void theShippedContentPasses() {
    assertThatCode(() -> new TargetCheck().check(new ClassPathContent()))
        .doesNotThrowAnyException();
  }

  @Test
  void aContentWithoutTargetsPasses() {
    assertThatCode(() -> new TargetCheck().check(new ContentInMemory())).doesNotThrowAnyException();
  }

  @Test
  void aDeletedRequirementListsTheTargetsThatDependOnIt() {
    content.with(AGREEMENTS, "- id: pay-day-is-kept", "- id: something-else");
    var fault = fault(content);

    assertThat(fault.key()).isEqualTo(ORPHANED);
    assertThat(fault.file()).isEqualTo(TARGETS);
    assertThat(fault.reason())
        .startsWith("4 targets")
        .contains("row 22 (rule_22): north-office-payroll has no requirement")
        .contains("row 25 (rule_25)", "row 28 (rule_28)", "row 30 (rule_30)")
        .contains("pay-day-is-kept");
  }

  @Test
  void aDeletedAgreementListsAllItsTargets() {
    content.with(AGREEMENTS, "- id: north-office-payroll", "- id: another");

    assertThat(fault(content).reason()).startsWith("10 targets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agreement   | \"\"                   | names no agreement",
        "requirement | \"\"                   | names no requirement",
        "agreement   | \"of-nobody\"          | there is no agreement",
        "requirement | \"of-nobody\"          | north-office-payroll has no requirement",
        "agreement   | \"payroll-specialists\" | payroll-specialists has no requirement",
        "agreement   | \"north-office-services\" | north-office-services does not cover service payroll"
      })
  void aRowThatTracesToNothingIsNamed(String field, String is, String reason) {
    content.row(21, field, is);
    var fault = fault(content);

    assertThat(fault.key()).isEqualTo(ORPHANED);
    assertThat(fault.place()).isEqualTo("row 21 (rule_21)");
    assertThat(fault.reason()).startsWith("1 target ").contains(reason);
  }

  @Test
  void aRowForAServiceThatIsNotAgreedIsNamedEvenIfNoRecordReachesIt() {
    content.row(21, "service", "\"payrol\"");

    assertThat(fault(content).reason())
        .contains("row 21 (rule_21): north-office-payroll does not cover service payrol");
  }

  @Test
  void aRowForAnotherCustomerIsNamed() {
    content.row(21, "customer", "\"south-office\"");

    assertThat(fault(content).reason())
        .contains(
            "row 21 (rule_21): north-office-payroll is no agreement with customer south-office");
  }

  @Test
  void anAgreementWithASupplierPromisesNothingToACustomer() {
    content
        .row(11, "agreement", "\"building-maintenance\"")
        .row(11, "requirement", "\"comes-on-call\"");

    assertThat(fault(content).reason())
        .contains("facility for north-office, P1 RESPONSE")
        .contains("building-maintenance is no agreement with customer north-office");
  }

  @Test
  void aCustomerWhoWorksForUsIsPromisedNothingByThat() {
    content
        .row(41, "agreement", "\"south-office-reception\"")
        .row(41, "requirement", "\"lets-technicians-in\"");

    assertThat(fault(content).reason())
        .contains("south-office-reception is no agreement with customer south-office");
  }

  @Test
  void aPromiseThatTwoRowsGiveIsRefused() {
    content.row(1, "service", "not(\"facility\")");
    var fault = fault(content);

    assertThat(fault.key()).isEqualTo("servicelevel.promised-twice");
    assertThat(fault.place()).isEqualTo("payroll for north-office, P1 RESPONSE");
  }

  @Test
  void aRequirementMustBeAboutTheRowsService() {
    content.row(11, "requirement", "\"office-work-goes-on\"");

    assertThat(fault(content).reason())
        .contains(
            "row 11 (rule_11): office-work-goes-on of north-office-services is not about service"
                + " facility");
  }

  /** The condition is a negation: what it means shows only over the catalogue. */
  @Test
  void aNewServiceThatARowTakesAlongIsNamed() {
    content
        .with(
            "config/services.yaml",
            "services:\n",
            "services:\n  - {id: catering, name: Catering, customers: [south-office],"
                + " supportGroup: second-level}\n")
        .row(31, "service", "not(\"facility\")");
    var fault = fault(content);

    assertThat(fault.key()).isEqualTo(ORPHANED);
    assertThat(fault.reason())
        .startsWith("1 target ")
        .contains("catering for south-office, P1 RESPONSE")
        .contains("south-office-services does not cover service catering");
  }

  @Test
  void anEntryThatIsComputedIsJudgedByWhatItGives() {
    content.row(21, "agreement", "\"north\" + \"-office-payroll\"");
    assertThatCode(() -> new TargetCheck().check(content)).doesNotThrowAnyException();

    content.row(21, "agreement", "\"nobody\" + \"-office-payroll\"");
    assertThat(fault(content).reason())
        .startsWith("1 target ")
        .contains("payroll for north-office, P1 RESPONSE: there is no agreement");
  }

  @Test
  void anAgreementWithoutATargetIsRefused() {
    content.with(
        AGREEMENTS,
        "    targets:\n      - {requirement: comes-on-call, target: PT4H, calendar: office-hours}\n",
        "");
    var fault = fault(content);

    assertThat(fault.key()).isEqualTo("servicelevel.no-target");
    assertThat(fault.place()).isEqualTo("building-maintenance");
  }

  @Test
  void withoutTheFileTheTargetsAreOrphans() {
    assertThat(fault(content.without(AGREEMENTS)).reason()).startsWith("50 targets");
  }

  /** Every build still runs what earlier ones released. */
  @Test
  void aTableFromBeforeAgreementsWereNamedPasses() {
    content.dropOutput("agreement").dropOutput("requirement");

    assertThatCode(() -> new TargetCheck().check(content)).doesNotThrowAnyException();
    assertThatCode(() -> new TargetCheck().check(content.without(AGREEMENTS)))
        .doesNotThrowAnyException();
  }

  @Test
  void aColumnThatIsEmptyIsNone() {
    for (int row = 1; row <= 50; row++) {
      content.row(row, "agreement", "").row(row, "requirement", "");
    }

    assertThat(fault(content).reason()).startsWith("50 targets").contains("names no agreement");
  }

  @Test
  void aDeskDoesNotOpenOnOrphans() {
    content.row(21, "agreement", "\"of-nobody\"");
    var fault = catchThrowableOfType(ContentException.class, () -> InMemoryDesk.open(content));

    assertThat(fault.key()).isEqualTo(ORPHANED);
  }
}
