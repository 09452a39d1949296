-- Incidents: the records. The flow is in the engine, the history in the ledger.
create sequence itsm.incident_number start with 1 increment by 1;

create table itsm.incident (
  number varchar(32) primary key,
  thread uuid not null,
  opened_at timestamp(6) with time zone not null,
  status varchar(16) not null,
  title varchar(200) not null,
  description varchar(10000),
  service varchar(100) not null,
  customer varchar(100) not null,
  configuration_item varchar(200),
  kind varchar(24) not null,
  channel varchar(50) not null,
  requester varchar(255) not null,
  reporter varchar(255) not null,
  security boolean not null,
  mechanism varchar(24),
  category varchar(100),
  impact varchar(16) not null,
  urgency varchar(16) not null,
  priority varchar(16),
  triaged boolean not null,
  duplicate_of varchar(32),
  support_group varchar(100),
  assignee varchar(255),
  support_level integer not null,
  reassignments integer not null,
  waiting_for varchar(16),
  waiting_since timestamp(6) with time zone,
  reminders integer not null,
  resolution varchar(10000),
  resolution_code varchar(50),
  problem_suspected boolean not null,
  resolved_at timestamp(6) with time zone,
  closed_at timestamp(6) with time zone,
  reopenings integer not null,
  run_instance varchar(64),
  run_key varchar(100),
  run_version integer not null,
  run_version_tag varchar(64),
  run_bundle varchar(64),
  version bigint not null
);
create index incident_status on itsm.incident (status, opened_at);
create index incident_group on itsm.incident (support_group, status);
create index incident_requester on itsm.incident (requester, opened_at);
create index incident_customer on itsm.incident (customer, opened_at);
create index incident_priority on itsm.incident (priority);
create index incident_thread on itsm.incident (thread);

-- Messages that left a record for another practice, under the id of the interface register.
create table itsm.record_message (
  record varchar(32) not null,
  interface_id varchar(16) not null,
  name varchar(100) not null,
  left_at timestamp(6) with time zone not null
);
create index record_message_record on itsm.record_message (record, left_at);

create table itsm.record_link (
  record varchar(32) not null,
  type varchar(32) not null,
  other varchar(32) not null,
  linked_at timestamp(6) with time zone not null,
  primary key (record, type, other)
);
