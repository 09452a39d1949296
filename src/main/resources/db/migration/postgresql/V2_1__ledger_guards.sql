-- What may not happen to the ledger, refused by the database itself.
create function itsm.ledger_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % on % is refused.', tg_op, tg_table_name;
end $$;

create function itsm.ledger_value_erasure_only() returns trigger language plpgsql as $$
begin
  if new.record is distinct from old.record or new.position is distinct from old.position
      or new.path is distinct from old.path
      or new.salt is not null or new.content is not null or new.account is not null then
    raise exception 'The ledger is append-only: a value can only be erased, together with its salt.';
  end if;
  return new;
end $$;

create function itsm.ledger_head_forward_only() returns trigger language plpgsql as $$
begin
  if new.record is distinct from old.record or new.position is distinct from old.position + 1 then
    raise exception 'The ledger is append-only: the end of a chain only moves to the next position.';
  end if;
  return new;
end $$;

create trigger ledger_entry_guard before update or delete on itsm.ledger_entry
  for each row execute function itsm.ledger_refuse();
create trigger ledger_value_guard before update on itsm.ledger_value
  for each row execute function itsm.ledger_value_erasure_only();
create trigger ledger_value_guard_delete before delete on itsm.ledger_value
  for each row execute function itsm.ledger_refuse();
create trigger ledger_head_guard before update on itsm.ledger_head
  for each row execute function itsm.ledger_head_forward_only();
create trigger ledger_head_guard_delete before delete on itsm.ledger_head
  for each row execute function itsm.ledger_refuse();

create trigger ledger_entry_guard_truncate before truncate on itsm.ledger_entry
  for each statement execute function itsm.ledger_refuse();
create trigger ledger_value_guard_truncate before truncate on itsm.ledger_value
  for each statement execute function itsm.ledger_refuse();
create trigger ledger_head_guard_truncate before truncate on itsm.ledger_head
  for each statement execute function itsm.ledger_refuse();
