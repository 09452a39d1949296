-- What stands in for an erased value is written once, like the entry.
create trigger itsm.ledger_pseudonym_guard before update, delete on itsm.ledger_pseudonym
  for each row call 'org.itsmsuite.ledger.store.LedgerGuard';
