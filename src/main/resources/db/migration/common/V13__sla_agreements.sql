-- Behind each promise stands an agreement and a requirement of it; older clocks name none.
alter table itsm.sla_clock add column agreement varchar(64);
alter table itsm.sla_clock add column requirement varchar(64);
