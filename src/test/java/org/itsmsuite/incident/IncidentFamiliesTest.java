package org.itsmsuite.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.IncidentStore.Link;
import org.itsmsuite.incident.store.InMemoryIncidentStore;
import org.itsmsuite.ledger.InMemoryLedger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.InMemoryRestrictions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Links between incidents, without the process that follows them. */
class IncidentFamiliesTest {

  private static final Actor AGENT = new Actor("agent", Set.of("service-desk"));

  private final Clock time = Clock.fixed(SomeIncidents.MORNING, ZoneOffset.UTC);
  private final InMemoryIncidentStore store = new InMemoryIncidentStore();
  private final InMemoryLedger ledger = new InMemoryLedger(() -> AGENT, time);
  private final InMemoryRestrictions restrictions =
      new InMemoryRestrictions(Access.read(new FolderContent(Path.of(""))), time);
  private final StillFlow sent = new StillFlow();
  private final OtherIncidents others = new OtherIncidents(store, restrictions, () -> AGENT);
  private final FamilySteps steps = new FamilySteps(store, store, sent, ledger);
  private final IncidentFamilies families =
      new IncidentFamilies(store, store, steps, others, ledger);
  private final IncidentLinks links =
      new IncidentLinks(store, store, families, others, ledger, time);

  private void open(String... numbers) {
    for (String number : numbers) {
      store.add(SomeIncidents.open(number));
    }
  }

  private void stored(String number, Status status, String parent) {
    store.add(SomeIncidents.with(number, status, parent));
  }

  private String parent(String number) {
    return store.find(number).orElseThrow().family().parent();
  }

  private static void isRefused(String key, ThrowingCallable verb) {
    assertThatThrownBy(verb)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  @Nested
  class LinkingAChild {

    @Test
    void isShownAtBothAndToldAtBoth() {
      open("INC-000001", "INC-000002");
      links.link("INC-000002", LinkType.CHILD_OF, "INC-000001", "Same queue");

      assertThat(parent("INC-000002")).isEqualTo("INC-000001");
      assertThat(store.links("INC-000002")).containsExactly(new Link("CHILD_OF", "INC-000001"));
      assertThat(store.links("INC-000001")).containsExactly(new Link("PARENT_OF", "INC-000002"));
      assertThat(ledger.of("INC-000002").get(0).what()).isEqualTo("incident.madeChild");
      assertThat(ledger.of("INC-000002").get(0).after())
          .containsEntry("parent", "INC-000001")
          .containsEntry("reason", "Same queue");
      assertThat(ledger.of("INC-000001").get(0).what()).isEqualTo("incident.childLinked");
      assertThat(ledger.of("INC-000001").get(0).after()).containsEntry("child", "INC-000002");
    }

    @Test
    void canBeSaidFromTheParentsSide() {
      open("INC-000001", "INC-000002");
      links.link("INC-000001", LinkType.PARENT_OF, "INC-000002", null);

      assertThat(parent("INC-000002")).isEqualTo("INC-000001");
    }

    @Test
    void mayBecomeATree() {
      open("INC-000001", "INC-000002", "INC-000003");
      families.link("INC-000002", "INC-000001", null);
      families.link("INC-000003", "INC-000002", null);

      assertThat(parent("INC-000003")).isEqualTo("INC-000002");
    }

    @Test
    void toItselfIsRefused() {
      open("INC-000001");
      isRefused("incident.link-to-itself", () -> families.link("INC-000001", "INC-000001", null));
    }

    @Test
    void toItsOwnChildIsRefused() {
      open("INC-000001", "INC-000002");
      families.link("INC-000002", "INC-000001", null);

      isRefused("incident.family-cycle", () -> families.link("INC-000001", "INC-000002", null));
      assertThat(parent("INC-000001")).isNull();
    }

    @Test
    void toItsChildsChildIsRefused() {
      open("INC-000001", "INC-000002", "INC-000003");
      families.link("INC-000002", "INC-000001", null);
      families.link("INC-000003", "INC-000002", null);

      isRefused("incident.family-cycle", () -> families.link("INC-000001", "INC-000003", null));
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "CANCELLED"})
    void toAParentThatIsDoneIsRefused(Status status) {
      open("INC-000002");
      stored("INC-000001", status, null);

      isRefused("incident.parent-closed", () -> families.link("INC-000002", "INC-000001", null));
    }

    @Test
    void toAParentThatIsResolvedResolvesTheChild() {
      open("INC-000002");
      stored("INC-000001", Status.RESOLVED, null);
      families.link("INC-000002", "INC-000001", null);

      assertThat(parent("INC-000002")).isEqualTo("INC-000001");
      assertThat(sent.messages).containsExactly("INC-000002 incident.parentResolved");
      assertThat(ledger.of("INC-000002").stream().map(LedgerEntry::what))
          .containsExactly("incident.madeChild", "incident.restored");
    }

    @Test
    void toAParentThatIsOpenLeavesTheChildOpen() {
      open("INC-000001", "INC-000002");
      families.link("INC-000002", "INC-000001", null);

      assertThat(sent.messages).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED", "CANCELLED"})
    void thatIsNotOpenIsRefused(Status status) {
      open("INC-000001");
      stored("INC-000002", status, null);

      isRefused("incident.not-open", () -> families.link("INC-000002", "INC-000001", null));
    }

    @Test
    void thatHasAParentIsRefused() {
      open("INC-000001", "INC-000002", "INC-000003");
      families.link("INC-000002", "INC-000001", null);

      isRefused("incident.has-parent", () -> families.link("INC-000002", "INC-000003", null));
      assertThat(parent("INC-000002")).isEqualTo("INC-000001");
    }

    @Test
    void toOneThatIsHiddenIsAnsweredLikeToOneThatIsNotThere() {
      open("INC-000001", "INC-000002");
      restrictions.restrict("INC-000001");

      assertThatThrownBy(() -> families.link("INC-000002", "INC-000001", null))
          .isInstanceOf(Refusal.class)
          .hasMessage("There is no incident INC-000001 among those you may see.");
      assertThatThrownBy(() -> families.link("INC-000002", "INC-000009", null))
          .isInstanceOf(Refusal.class)
          .hasMessage("There is no incident INC-000009 among those you may see.");
    }

    @Test
    void acrossARestrictionIsRefusedEvenToThoseWhoMayKnowBoth() {
      open("INC-000001", "INC-000002");
      restrictions.restrict("INC-000001");
      restrictions.name("INC-000001", "user:agent");

      isRefused(
          "incident.restricted-family", () -> families.link("INC-000002", "INC-000001", null));
      isRefused(
          "incident.restricted-family", () -> families.link("INC-000001", "INC-000002", null));
      links.link("INC-000002", LinkType.RELATED_TO, "INC-000001", null);
      assertThat(parent("INC-000002")).isNull();
    }

    @Test
    void amongRestrictedOnesIsRefusedToo() {
      open("INC-000001", "INC-000002");
      for (String number : List.of("INC-000001", "INC-000002")) {
        restrictions.restrict(number);
        restrictions.name(number, "user:agent");
      }

      isRefused(
          "incident.restricted-family", () -> families.link("INC-000002", "INC-000001", null));
    }
  }

  @Nested
  class UnlinkingAChild {

    @Test
    void endsBothLinks() {
      open("INC-000001", "INC-000002");
      families.link("INC-000002", "INC-000001", null);
      links.unlink("INC-000001", LinkType.PARENT_OF, "INC-000002", "Another queue");

      assertThat(parent("INC-000002")).isNull();
      assertThat(store.links("INC-000001")).isEmpty();
      assertThat(ledger.of("INC-000002").get(1).before()).containsEntry("parent", "INC-000001");
      assertThat(ledger.of("INC-000001").get(1).what()).isEqualTo("incident.childUnlinked");
    }

    @Test
    void thatWasTheLastOneOpenReleasesTheParent() {
      stored("INC-000001", Status.RESOLVED, null);
      stored("INC-000002", Status.IN_PROGRESS, "INC-000001");
      stored("INC-000003", Status.CANCELLED, "INC-000001");
      families.unlink("INC-000002", "INC-000001", "Another queue");

      assertThat(sent.messages).containsExactly("INC-000001 incident.lastChildClosed");
    }

    @Test
    void thatIsNotTheLastOneDoesNot() {
      stored("INC-000001", Status.RESOLVED, null);
      stored("INC-000002", Status.IN_PROGRESS, "INC-000001");
      stored("INC-000003", Status.RESOLVED, "INC-000001");
      families.unlink("INC-000002", "INC-000001", "Another queue");

      assertThat(sent.messages).isEmpty();
    }

    @Test
    void thatIsNoneIsRefused() {
      open("INC-000001", "INC-000002", "INC-000003");
      families.link("INC-000002", "INC-000001", null);

      isRefused("incident.not-linked", () -> families.unlink("INC-000002", "INC-000003", "No"));
      isRefused("incident.not-linked", () -> families.unlink("INC-000003", "INC-000001", "No"));
    }
  }

  @Nested
  class ResolvingAParent {

    @Test
    void asksForItsOpenChildrenOnly() {
      stored("INC-000001", Status.RESOLVED, null);
      stored("INC-000002", Status.WAITING, "INC-000001");
      stored("INC-000003", Status.RESOLVED, "INC-000001");
      stored("INC-000004", Status.NEW, "INC-000001");
      stored("INC-000005", Status.NEW, "INC-000002");

      assertThat(steps.openChildren("INC-000001")).containsExactly("INC-000002", "INC-000004");
      assertThat(steps.hasOpenChildren("INC-000001")).isTrue();
      assertThat(steps.hasOpenChildren("INC-000003")).isFalse();
    }

    @Test
    void handsOnHowItWasResolved() {
      stored("INC-000001", Status.RESOLVED, null);
      stored("INC-000002", Status.WAITING, "INC-000001");
      steps.resolveChild("INC-000001", "INC-000002");

      assertThat(store.find("INC-000002").orElseThrow().outcome().resolution())
          .isEqualTo("Restarted the queue");
      assertThat(store.find("INC-000002").orElseThrow().outcome().code()).isEqualTo("FIXED");
      assertThat(sent.messages).containsExactly("INC-000002 incident.parentResolved");
    }

    @Test
    void leavesAChildAloneThatIsDoneOrGone() {
      stored("INC-000001", Status.RESOLVED, null);
      stored("INC-000002", Status.RESOLVED, "INC-000001");
      open("INC-000003");
      steps.resolveChild("INC-000001", "INC-000002");
      steps.resolveChild("INC-000001", "INC-000003");

      assertThat(sent.messages).isEmpty();
      assertThat(ledger.of("INC-000003")).isEmpty();
    }
  }

  @Nested
  class ClosingAChild {

    @Test
    void tellsTheParentOnlyWhenItWasTheLast() {
      stored("INC-000001", Status.RESOLVED, null);
      stored("INC-000002", Status.CLOSED, "INC-000001");
      stored("INC-000003", Status.RESOLVED, "INC-000001");
      steps.childClosed("INC-000002");
      assertThat(sent.messages).isEmpty();
      assertThat(steps.allChildrenClosed("INC-000001")).isFalse();

      stored("INC-000003", Status.CANCELLED, "INC-000001");
      steps.childClosed("INC-000003");
      assertThat(sent.messages).containsExactly("INC-000001 incident.lastChildClosed");
      assertThat(steps.allChildrenClosed("INC-000001")).isTrue();
    }

    @Test
    void withoutAParentTellsNobody() {
      stored("INC-000001", Status.CLOSED, null);
      steps.childClosed("INC-000001");
      assertThat(sent.messages).isEmpty();
    }
  }

  @Nested
  class LiftingARestriction {

    private final ReleasedIncidents released =
        new ReleasedIncidents(store, sent, restrictions, ledger);

    private List<String> facts(String number) {
      return ledger.of(number).stream().map(LedgerEntry::what).toList();
    }

    @Test
    void namesTheFormerFamilyAndMakesItNotAgain() {
      open("INC-000001", "INC-000002", "INC-000003");
      families.link("INC-000002", "INC-000001", null);
      families.link("INC-000003", "INC-000002", null);
      restrictions.restrict("INC-000002");
      Incident middle = store.find("INC-000002").orElseThrow();
      ledger.write(middle.leftFamily(List.of("INC-000003")));
      store.save(middle);
      released.release("INC-000002");

      assertThat(restrictions.isRestricted("INC-000002")).isFalse();
      assertThat(parent("INC-000002")).isNull();
      var all = ledger.of("INC-000002");
      var fact = all.get(all.size() - 1);
      assertThat(fact.what()).isEqualTo("incident.formerFamily");
      assertThat(fact.after())
          .containsEntry("parent", "INC-000001")
          .containsEntry("children", List.of("INC-000003"));
    }

    @Test
    void namesAFormerFamilyOnce() {
      open("INC-000001");
      ledger.write(store.find("INC-000001").orElseThrow().leftFamily(List.of("INC-000003")));
      released.release("INC-000001");
      released.release("INC-000001");

      assertThat(facts("INC-000001"))
          .containsExactly("incident.familyEnded", "incident.formerFamily");
    }

    @Test
    void bringsItsDuplicatesBackButNotOneThatConcernsSecurityItself() {
      open("INC-000001", "INC-000002", "INC-000003");
      for (String number : List.of("INC-000002", "INC-000003")) {
        var duplicate = store.find(number).orElseThrow();
        duplicate.reclassified(Mechanism.DUPLICATE, "INC-000001", "The same");
        store.link("INC-000001", "HAS_DUPLICATE", number, SomeIncidents.MORNING);
        restrictions.restrict(number);
      }
      restrictions.restrict("INC-000001");
      store.leave(
          new LeftMessage(
              "INC-000003", "I-22", "incident.securitySuspected", SomeIncidents.MORNING, null));
      released.release("INC-000001");

      assertThat(restrictions.isRestricted("INC-000002")).isFalse();
      assertThat(facts("INC-000002")).containsExactly("incident.restrictionLifted");
      assertThat(restrictions.isRestricted("INC-000003")).isTrue();
    }
  }

  @Nested
  class RelatingIncidents {

    @Test
    void isShownAtBothAndCanBeTakenBack() {
      open("INC-000001", "INC-000002");
      links.link("INC-000002", LinkType.RELATED_TO, "INC-000001", "Same building");
      assertThat(store.links("INC-000001")).containsExactly(new Link("RELATED_TO", "INC-000002"));
      assertThat(store.links("INC-000002")).containsExactly(new Link("RELATED_TO", "INC-000001"));

      links.unlink("INC-000001", LinkType.RELATED_TO, "INC-000002", "No");
      assertThat(store.links("INC-000001")).isEmpty();
      assertThat(store.links("INC-000002")).isEmpty();
      assertThat(ledger.of("INC-000002"))
          .extracting(entry -> entry.what())
          .containsExactly("incident.related", "incident.separated");
    }

    @Test
    void twiceOrToItselfOrToNothingIsRefused() {
      open("INC-000001", "INC-000002");
      links.link("INC-000002", LinkType.RELATED_TO, "INC-000001", null);

      isRefused(
          "incident.already-linked",
          () -> links.link("INC-000001", LinkType.RELATED_TO, "INC-000002", null));
      isRefused(
          "incident.link-to-itself",
          () -> links.link("INC-000001", LinkType.RELATED_TO, "INC-000001", null));
      isRefused(
          "incident.unknown-other",
          () -> links.link("INC-000001", LinkType.RELATED_TO, "INC-000009", null));
      isRefused(
          "incident.not-linked",
          () -> links.unlink("INC-000001", LinkType.RELATED_TO, "INC-000009", "No"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DUPLICATE_OF", "HAS_DUPLICATE"})
    void asDuplicatesIsNotDoneHere(LinkType type) {
      open("INC-000001", "INC-000002");
      isRefused("incident.not-a-link", () -> links.link("INC-000001", type, "INC-000002", null));
      isRefused("incident.not-a-link", () -> links.unlink("INC-000001", type, "INC-000002", null));
    }
  }
}
