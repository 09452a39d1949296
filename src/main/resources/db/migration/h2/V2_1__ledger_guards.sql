-- What may not happen to the ledger, refused by the database itself. Truncating is refused by the foreign keys
-- for entries and heads.
create trigger itsm.ledger_entry_guard before update, delete on itsm.ledger_entry
  for each row call 'org.itsmsuite.ledger.store.LedgerGuard';
create trigger itsm.ledger_value_guard before update, delete on itsm.ledger_value
  for each row call 'org.itsmsuite.ledger.store.LedgerGuard';
create trigger itsm.ledger_head_guard before update, delete on itsm.ledger_head
  for each row call 'org.itsmsuite.ledger.store.LedgerGuard';
