-- Nothing about an item is ever deleted; the database itself refuses it.
create function itsm.item_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'Items are retired, not deleted: a row of % cannot be deleted.', tg_table_name;
end $$;
create trigger item_guard before delete on itsm.item
  for each row execute function itsm.item_refuse();
create trigger item_version_guard before delete on itsm.item_version
  for each row execute function itsm.item_refuse();
create trigger item_relation_guard before delete on itsm.item_relation
  for each row execute function itsm.item_refuse();
create trigger item_guard_truncate before truncate on itsm.item
  for each statement execute function itsm.item_refuse();
create trigger item_version_guard_truncate before truncate on itsm.item_version
  for each statement execute function itsm.item_refuse();
create trigger item_relation_guard_truncate before truncate on itsm.item_relation
  for each statement execute function itsm.item_refuse();
