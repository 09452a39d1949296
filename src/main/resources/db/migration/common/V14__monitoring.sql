-- Monitoring: what tools outside report, and the alarms that these events belong to.
create table itsm.monitoring_alarm (
  id uuid not null,
  -- What identifies the alarm, hashed; null once a newer row with another record has taken over.
  current_key varchar(64),
  source varchar(100) not null,
  service varchar(100) not null,
  configuration_item varchar(200),
  title varchar(200) not null,
  -- Null only until the transaction that inserts the row has reported the incident.
  record varchar(32),
  events bigint not null,
  first_at timestamp(6) with time zone not null,
  last_at timestamp(6) with time zone not null,
  recovered_at timestamp(6) with time zone,
  recoveries integer not null,
  constraint monitoring_alarm_id primary key (id),
  constraint monitoring_alarm_current unique (current_key)
);
create index monitoring_alarm_record on itsm.monitoring_alarm (record);

create table itsm.monitoring_event (
  id bigint generated always as identity not null,
  source varchar(100) not null,
  event_id varchar(200) not null,
  service varchar(100) not null,
  configuration_item varchar(200),
  title varchar(200) not null,
  severity varchar(50) not null,
  occurred_at timestamp(6) with time zone not null,
  received_at timestamp(6) with time zone not null,
  sender varchar(255) not null,
  outcome varchar(16) not null,
  record varchar(32),
  alarm uuid,
  constraint monitoring_event_key primary key (id),
  constraint monitoring_event_once unique (source, event_id)
);
create index monitoring_event_record on itsm.monitoring_event (record, id);
