package org.itsmsuite.conversation;

import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.ledger.Personal;

/** The facts a conversation leaves in the ledger, and how the timelines of practices treat them. */
public final class ConversationFacts {

  public static final String MESSAGE = "conversation.messageWritten";
  public static final String NOTE = "conversation.noteWritten";
  public static final String FILE = "conversation.attached";

  private static final String VISIBILITY = "visibility";
  private static final String FROM = "from";

  private ConversationFacts() {}

  static Fact of(Entry entry) {
    boolean internal = entry.visibility() == Visibility.INTERNAL;
    return Fact.of(entry.record(), internal ? NOTE : MESSAGE)
        .with("entry", entry.id().toString())
        .with(FROM, entry.side().name())
        .with(VISIBILITY, entry.visibility().name())
        .with("text", Personal.of(entry.text()));
  }

  static Fact of(Attachment file) {
    return Fact.of(file.record(), FILE)
        .with("attachment", file.id().toString())
        .with(FROM, file.side().name())
        .with(VISIBILITY, file.visibility().name())
        .with("name", Personal.of(file.name()))
        .with("size", file.size())
        .with("type", file.type())
        .with("sha256", file.sha256());
  }

  /** Whether the requester's side may read it in a timeline. */
  public static boolean isForRequester(LedgerEntry fact) {
    return fact.what().startsWith("conversation.")
        && Visibility.REQUESTER.name().equals(fact.after().get(VISIBILITY));
  }

  /** Whether somebody of the requester's side said it, whose name is no secret there. */
  public static boolean isFromRequester(LedgerEntry fact) {
    return fact.what().startsWith("conversation.")
        && Side.REQUESTER.name().equals(fact.after().get(FROM));
  }
}
