-- One parent at most; a child may have children of its own.
alter table itsm.incident add column parent varchar(32);
create index incident_parent on itsm.incident (parent, status);

-- Candidates for "similar": open ones of the same service or configuration item, newest first.
create index incident_service on itsm.incident (service, status, opened_at);
create index incident_configuration_item on itsm.incident (configuration_item, status, opened_at);

-- The one row whoever links or unlinks locks first: no two links are made at a time, so none can close a circle unseen.
create table itsm.incident_families (
  id integer primary key
);
insert into itsm.incident_families (id) values (1);
