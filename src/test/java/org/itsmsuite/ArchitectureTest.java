package org.itsmsuite;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Rules the compiler cannot check. Each has been seen to fail once. */
@AnalyzeClasses(packages = "org.itsmsuite", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyProcessPackagesAndTheEngineModuleKnowTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages("..process..", "org.itsmsuite.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  @ArchTest
  static final ArchRule aRootKnowsNoneOfItsSubPackages =
      noClasses()
          .that(
              resideInAnyPackage(
                  "org.itsmsuite.incident",
                  "org.itsmsuite.conversation",
                  "org.itsmsuite.monitoring",
                  "org.itsmsuite.sla",
                  "org.itsmsuite.servicelevel",
                  "org.itsmsuite.escalation",
                  "org.itsmsuite.calendar",
                  "org.itsmsuite.ledger",
                  "org.itsmsuite.notification",
                  "org.itsmsuite.catalogue",
                  "org.itsmsuite.security"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.itsmsuite.*.process..", "org.itsmsuite.*.store..", "org.itsmsuite.*.web..");

  @ArchTest
  static final ArchRule onlyPagesAndApisKnowOtherPagesAndApis =
      noClasses()
          .that()
          .resideOutsideOfPackages("..web..", "org.itsmsuite", "org.itsmsuite.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.itsmsuite..web..");

  @ArchTest
  static final ArchRule timeComesFromTheOneClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callConstructor(java.util.Date.class)
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC")
          .orShould()
          .callMethod(java.time.Clock.class, "systemDefaultZone");

  /**
   * The engine's clock is one for the whole JVM: a server that turned it would turn it for
   * everybody.
   */
  @ArchTest
  static final ArchRule onlyTheReplayTurnsTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.itsmsuite.replay..")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "sets the engine's clock",
                  call ->
                      call.getTargetOwner().isEquivalentTo(ClockUtil.class)
                          && !call.getTarget().getName().startsWith("get")));

  @ArchTest
  static final ArchRule workingTimeIsCalculatedInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.itsmsuite.calendar..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(java.time.DayOfWeek.class);

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      fields()
          .should()
          .notBeAnnotatedWith(Autowired.class)
          .andShould()
          .notBeAnnotatedWith(Value.class);
}
