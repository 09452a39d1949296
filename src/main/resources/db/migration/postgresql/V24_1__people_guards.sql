-- What stands in for an erased value is written once, like the entry.
create trigger ledger_pseudonym_guard before update or delete on itsm.ledger_pseudonym
  for each row execute function itsm.ledger_refuse();
create trigger ledger_pseudonym_guard_truncate before truncate on itsm.ledger_pseudonym
  for each statement execute function itsm.ledger_refuse();
