-- Update clocks count in rounds: each word that is due starts the row anew. The version keeps two who
-- change a clock at the same moment from overwriting each other.
alter table itsm.sla_clock add column periodic boolean default false not null;
alter table itsm.sla_clock add column kept integer default 0 not null;
alter table itsm.sla_clock add column missed integer default 0 not null;
alter table itsm.sla_clock add column version integer default 0 not null;
