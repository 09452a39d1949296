package org.itsmsuite.audit;

import java.util.List;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what an auditor's account looked at into the ledger, on a chain of that account: auditors
 * do not wait for each other, nor for anybody who works. A transaction of its own, so that a
 * refused access is on record as well.
 */
class LedgerAccessLog implements AccessLog {

  private static final int LONGEST = 2000;

  private final Ledger ledger;
  private final Readers readers;
  private final TransactionTemplate alone;

  LedgerAccessLog(Ledger ledger, Readers readers, PlatformTransactionManager transactions) {
    this.ledger = ledger;
    this.readers = readers;
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void write(
      String account, String method, String address, int status, List<Long> engagements) {
    String chain = readers.chainOf(account);
    alone.executeWithoutResult(
        transaction ->
            ledger.write(
                Fact.of(chain, ACCESSED)
                    .with("method", method)
                    .with("address", Personal.of(cut(address)))
                    .with("status", status)
                    .with("outcome", status < 400 ? "SHOWN" : "REFUSED")
                    .with("engagements", engagements)));
  }

  /** Never in the middle of a value: half a name would not be found when somebody is erased. */
  private static String cut(String address) {
    if (address.length() <= LONGEST) {
      return address;
    }
    int end = LONGEST;
    while ("/?&".indexOf(address.charAt(end)) < 0) {
      end--;
    }
    return address.substring(0, end) + "…";
  }
}
