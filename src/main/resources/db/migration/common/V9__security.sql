-- Security incidents: the records. Who may know of one stands in restricted_record and record_concerned.
create sequence itsm.security_incident_number start with 1 increment by 1;

create table itsm.security_incident (
  number varchar(32) primary key,
  thread uuid not null,
  reported_at timestamp(6) with time zone not null,
  opened_at timestamp(6) with time zone not null,
  status varchar(16) not null,
  title varchar(200) not null,
  description varchar(10000),
  service varchar(100) not null,
  customer varchar(100),
  reporter varchar(255) not null,
  found varchar(24),
  finding varchar(24),
  finding_reason varchar(2000),
  same_as varchar(32),
  probability varchar(16),
  confidentiality varchar(16),
  integrity varchar(16),
  accessibility varchar(16),
  authenticity boolean not null,
  accountability boolean not null,
  non_repudiation boolean not null,
  reliability boolean not null,
  personal_data boolean not null,
  notify_outside boolean not null,
  why_not_notified varchar(2000),
  risk varchar(16),
  priority varchar(16),
  assignee varchar(255),
  resolution varchar(10000),
  contained_by varchar(255),
  contained_at timestamp(6) with time zone,
  notification varchar(10000),
  notified_at timestamp(6) with time zone,
  resolved_at timestamp(6) with time zone,
  closed_at timestamp(6) with time zone,
  review_kind varchar(50),
  review_volume varchar(200),
  review_effect varchar(2000),
  review_lessons varchar(10000),
  review_cause_left boolean,
  review_improvement boolean,
  reviewed_by varchar(255),
  run_instance varchar(64),
  run_key varchar(100),
  run_version integer not null,
  run_version_tag varchar(64),
  run_bundle varchar(64),
  version bigint not null
);
create index security_incident_opened on itsm.security_incident (opened_at, number);
create index security_incident_thread on itsm.security_incident (thread);

-- Incidents, and security incidents grouped under another, that are events of a security incident.
create table itsm.security_event (
  security_incident varchar(32) not null,
  record varchar(32) not null,
  added_at timestamp(6) with time zone not null,
  primary key (security_incident, record)
);
create index security_event_record on itsm.security_event (record);

-- Until when a stage is to be done. A stage that begins anew gets the next round.
create table itsm.security_deadline (
  record varchar(32) not null,
  stage varchar(16) not null,
  round integer not null,
  started_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  within varchar(64) not null,
  calendar varchar(64) not null,
  ended_at timestamp(6) with time zone,
  done boolean not null,
  primary key (record, stage, round)
);

-- Who is told at which point of a deadline; each once.
create table itsm.security_warning (
  record varchar(32) not null,
  stage varchar(16) not null,
  round integer not null,
  name varchar(32) not null,
  role varchar(100) not null,
  due_at timestamp(6) with time zone not null,
  breach boolean not null,
  told_at timestamp(6) with time zone,
  primary key (record, stage, round, name, role)
);
