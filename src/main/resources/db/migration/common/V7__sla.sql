-- Clocks: the facts from which everything about a promise of time is computed.
create table itsm.sla_clock (
  id uuid primary key,
  record varchar(32) not null,
  kind varchar(16) not null,
  run varchar(64) not null,
  bundle varchar(64) not null,
  priority varchar(16) not null,
  level integer not null,
  target bigint not null,
  allowed bigint not null,
  calendar varchar(100) not null,
  calendar_version integer not null,
  pause_reasons varchar(200) not null,
  priority_change varchar(16) not null,
  reopening varchar(16) not null,
  downgrade_limit integer not null,
  started_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  generation integer not null,
  generation_since timestamp(6) with time zone not null,
  met_at timestamp(6) with time zone,
  breached_at timestamp(6) with time zone,
  cancelled_at timestamp(6) with time zone,
  constraint sla_clock_once unique (record, kind)
);

create table itsm.sla_pause (
  record varchar(32) not null,
  reason varchar(32) not null,
  from_at timestamp(6) with time zone not null,
  to_at timestamp(6) with time zone
);
create index sla_pause_record on itsm.sla_pause (record);

-- Each milestone happens once per clock and due-time generation, on any number of nodes.
create table itsm.sla_milestone (
  clock uuid not null,
  generation integer not null,
  milestone varchar(64) not null,
  due_at timestamp(6) with time zone not null,
  acted_at timestamp(6) with time zone not null,
  primary key (clock, generation, milestone)
);
