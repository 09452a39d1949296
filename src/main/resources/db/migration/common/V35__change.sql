-- Changes: the records. Votes, windows and work stand in tables of their own.
create sequence itsm.change_number start with 1 increment by 1;

create table itsm.change_record (
  number varchar(32) primary key,
  thread uuid not null,
  opened_at timestamp(6) with time zone not null,
  status varchar(16) not null,
  title varchar(200) not null,
  description varchar(10000),
  reason varchar(2000) not null,
  benefit varchar(2000),
  requester varchar(255) not null,
  customer varchar(100),
  service varchar(100),
  subject varchar(16) not null,
  action varchar(16) not null,
  impact varchar(16) not null,
  emergency_reason varchar(2000),
  cause varchar(32),
  template varchar(100),
  template_version integer,
  window_from timestamp(6) with time zone,
  window_to timestamp(6) with time zone,
  implementation_plan varchar(10000),
  test_plan varchar(10000),
  back_out_plan varchar(10000),
  support_group varchar(100),
  implementer varchar(255),
  category varchar(16),
  category_reason varchar(500),
  assessment_round integer not null,
  risk_level varchar(16),
  risk_score integer,
  risk_table varchar(100),
  verdict varchar(16),
  decision_reason varchar(2000),
  deferred_until timestamp(6) with time zone,
  decided_by varchar(255),
  decision_table varchar(100),
  decided_at timestamp(6) with time zone,
  approval_void varchar(2000),
  scheduled_at timestamp(6) with time zone,
  started_at timestamp(6) with time zone,
  implementation varchar(16),
  implementation_summary varchar(10000),
  implemented_at timestamp(6) with time zone,
  outcome varchar(32),
  outcome_summary varchar(10000),
  reviewed_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  run_instance varchar(64),
  run_key varchar(100),
  run_version integer not null,
  run_version_tag varchar(64),
  run_bundle varchar(64),
  version bigint not null
);
create index change_record_opened on itsm.change_record (opened_at, number);
create index change_record_thread on itsm.change_record (thread);
create index change_record_status on itsm.change_record (status, number);
create index change_record_requester on itsm.change_record (requester);

-- What is touched, as named; each once.
create table itsm.change_item (
  change varchar(32) not null,
  position integer not null,
  item varchar(100) not null,
  primary key (change, position)
);
create index change_item_item on itsm.change_item (item, change);

-- The services that what is touched belongs to.
create table itsm.change_service (
  change varchar(32) not null,
  position integer not null,
  service varchar(100) not null,
  primary key (change, position)
);
create index change_service_service on itsm.change_service (service, change);

-- Who is asked for which view on it, and what they say. A change that is assessed again gets the next round.
create table itsm.change_assessment (
  change varchar(32) not null,
  assessment_round integer not null,
  kind varchar(32) not null,
  position integer not null,
  asked_group varchar(100) not null,
  due_at timestamp(6) with time zone,
  needed boolean,
  impact varchar(16),
  found varchar(10000),
  assessor varchar(255),
  assessed_at timestamp(6) with time zone,
  primary key (change, assessment_round, kind)
);

create table itsm.change_answer (
  change varchar(32) not null,
  assessment_round integer not null,
  kind varchar(32) not null,
  question varchar(64) not null,
  answer varchar(200) not null,
  primary key (change, assessment_round, kind, question)
);

-- Every rule that made the risk of the present round what it is.
create table itsm.change_risk_factor (
  change varchar(32) not null,
  position integer not null,
  factor varchar(64) not null,
  factor_value varchar(200),
  points integer not null,
  why varchar(500),
  primary key (change, position)
);

-- Records that wait for a change to end.
create table itsm.change_waiting (
  change varchar(32) not null,
  record varchar(32) not null,
  since timestamp(6) with time zone not null,
  primary key (change, record)
);
create index change_waiting_record on itsm.change_waiting (record);
