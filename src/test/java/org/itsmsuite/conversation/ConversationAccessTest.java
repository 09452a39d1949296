package org.itsmsuite.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.record.RecordPractice;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.record.Records;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Whatever the practice: its answers decide who says what to whom. */
class ConversationAccessTest {

  private static final String NUMBER = "ABC-000001";
  private static final RecordSummary RECORD =
      new RecordSummary(
          "abc",
          NUMBER,
          "Title",
          "OPEN",
          true,
          UUID.randomUUID(),
          Instant.EPOCH,
          "service",
          "customer",
          "anna",
          "ben",
          "second-level",
          null,
          "/abc/1");

  private ConversationAccess access(Actor actor, boolean internal, String... acts) {
    var practices = new StaticListableBeanFactory();
    practices.addBean("abc", new Practice(internal, Set.of(acts)));
    return new ConversationAccess(
        new Records(practices.getBeanProvider(RecordPractice.class)), () -> actor);
  }

  private static Actor actor(String id, String... groups) {
    return new Actor(id, Set.of(groups));
  }

  @ParameterizedTest
  @CsvSource({
    // sees what is internal, what the table allows -> message, note, file for the requester, inside
    "false, message|attach,      true,  false, true,  false",
    "false, message|note|attach, true,  false, true,  false",
    "true,  message|note|attach, true,  true,  true,  true",
    "true,  note|attach,         false, true,  false, true",
    "true,  message|attach,      true,  false, true,  false",
    "true,  message|note,        true,  true,  false, false",
    "true,  attach,              false, false, false, false"
  })
  void theTableIsAskedByName(
      boolean internal, String acts, boolean message, boolean note, boolean file, boolean inside) {
    var access = access(actor("carl"), internal, acts.split("[|]"));
    assertThat(access.mayWrite(NUMBER, Visibility.REQUESTER)).isEqualTo(message);
    assertThat(access.mayWrite(NUMBER, Visibility.INTERNAL)).isEqualTo(note);
    assertThat(access.mayAttach(NUMBER, Visibility.REQUESTER)).isEqualTo(file);
    assertThat(access.mayAttach(NUMBER, Visibility.INTERNAL)).isEqualTo(inside);
  }

  @Test
  void whatIsNotAllowedIsRefusedAndWhatIsHiddenIsAbsent() {
    var access = access(actor("carl"), false);
    assertThat(key(() -> access.requireWrite(NUMBER, Visibility.REQUESTER)))
        .isEqualTo("conversation.not-allowed");
    assertThat(key(() -> access.requireAttach(NUMBER, Visibility.REQUESTER)))
        .isEqualTo("conversation.not-allowed");
    assertThat(key(() -> access.requireWrite(NUMBER, Visibility.INTERNAL)))
        .isEqualTo("conversation.internal-not-allowed");
    assertThat(key(() -> access.requireWrite("ABC-2", Visibility.REQUESTER)))
        .isEqualTo("abc.not-found");
    assertThat(key(() -> access.requireWrite("XYZ-1", Visibility.REQUESTER)))
        .isEqualTo("record.not-found");
  }

  private static String key(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Refusal.class, call).key();
  }

  @Test
  void peopleSpeakForTheSideTheyStandOn() {
    assertThat(access(actor("anna"), false).side(RECORD)).isEqualTo(Side.REQUESTER);
    assertThat(access(actor("anna", "second-level"), true).side(RECORD)).isEqualTo(Side.REQUESTER);
    assertThat(access(actor("ben"), false).side(RECORD)).isEqualTo(Side.REQUESTER);
    assertThat(access(actor("ben"), true).side(RECORD)).isEqualTo(Side.SERVICE_DESK);
    assertThat(access(actor("carl", "second-level"), false).side(RECORD))
        .isEqualTo(Side.SERVICE_DESK);
    assertThat(access(Actor.SYSTEM, true).side(RECORD)).isEqualTo(Side.SUITE);
  }

  private record Practice(boolean internal, Set<String> acts) implements RecordPractice {

    @Override
    public String name() {
      return "abc";
    }

    @Override
    public boolean owns(String number) {
      return number.startsWith("ABC-");
    }

    @Override
    public Optional<RecordSummary> visible(String number) {
      return find(number);
    }

    @Override
    public Optional<RecordSummary> find(String number) {
      return Optional.of(RECORD).filter(one -> one.number().equals(number));
    }

    @Override
    public List<RecordSummary> inThread(UUID thread) {
      return List.of();
    }

    @Override
    public boolean seesInternal(String number) {
      return internal;
    }

    @Override
    public boolean mayAct(String number, String action) {
      return acts.contains(action);
    }

    @Override
    public List<LedgerEntry> timeline(String number) {
      return List.of();
    }

    @Override
    public void act(String number, String action, Map<String, String> values) {}

    @Override
    public Object body(String number) {
      return null;
    }
  }
}
