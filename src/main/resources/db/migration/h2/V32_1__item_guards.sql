-- Nothing about an item is ever deleted; the database itself refuses it.
create trigger itsm.item_guard before delete on itsm.item
  for each row call 'org.itsmsuite.configuration.store.NoDeletion';
create trigger itsm.item_version_guard before delete on itsm.item_version
  for each row call 'org.itsmsuite.configuration.store.NoDeletion';
create trigger itsm.item_relation_guard before delete on itsm.item_relation
  for each row call 'org.itsmsuite.configuration.store.NoDeletion';
