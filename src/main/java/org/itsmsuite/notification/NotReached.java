package org.itsmsuite.notification;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That somebody was to be told and cannot be is a fact of its own, for people and for a proof. */
public final class NotReached {

  public static final String FACT = "notification.notReached";

  private static final Logger LOG = LoggerFactory.getLogger(NotReached.class);

  private final Ledger ledger;

  public NotReached(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Of a single recipient. Joins the caller's transaction. */
  public void tell(String record, String template, String recipient) {
    tell(record, template, List.of(recipient));
  }

  /** Joins the caller's transaction. */
  void tell(String record, String template, Collection<String> recipients) {
    if (recipients.isEmpty()) {
      return;
    }
    ledger.write(
        Fact.of(record, FACT)
            .with("message", template)
            .with("notReached", Personal.of(List.copyOf(new TreeSet<>(recipients)))));
    LOG.warn("{}: {} reaches nobody of {} recipients", record, template, recipients.size());
  }
}
