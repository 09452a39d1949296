-- One row for each declaration of a major incident; the incident itself stays the same record.
create table itsm.major_incident (
  id uuid primary key,
  record varchar(32) not null,
  declared_at timestamp(6) with time zone not null,
  declared_by varchar(255) not null,
  how varchar(16) not null,
  reason varchar(2000) not null,
  agreed_with varchar(200),
  agreed_on date,
  update_every varchar(64) not null,
  update_calendar varchar(100) not null,
  report_within varchar(100) not null,
  review_within varchar(100) not null,
  calendar varchar(100) not null,
  run_instance varchar(64),
  run_process varchar(128),
  -- Recipients, one on each line.
  told varchar(100000) not null,
  manager varchar(255),
  charged_at timestamp(6) with time zone,
  word_count integer not null,
  word_at timestamp(6) with time zone,
  word_text varchar(2000),
  ended_at timestamp(6) with time zone,
  report_due_at timestamp(6) with time zone,
  report_course varchar(20000),
  report_cause varchar(10000),
  report_effect varchar(10000),
  report_done varchar(10000),
  report_lessons varchar(10000),
  report_by varchar(255),
  report_at timestamp(6) with time zone,
  review_due_at timestamp(6) with time zone,
  review_participants varchar(2000),
  review_findings varchar(10000),
  review_improvements varchar(10000),
  review_problem_wanted boolean not null,
  review_why_no_problem varchar(2000),
  review_by varchar(255),
  review_at timestamp(6) with time zone,
  reminders integer not null,
  withdrawn_at timestamp(6) with time zone,
  withdrawn_by varchar(255),
  withdrawn_reason varchar(2000),
  version bigint not null
);
create index major_incident_record on itsm.major_incident (record, declared_at);
create index major_incident_going on itsm.major_incident (withdrawn_at, review_at);

-- What a group is to do in a major incident, and what came of it.
create table itsm.major_technical_task (
  id uuid primary key,
  major uuid not null references itsm.major_incident (id),
  position integer not null,
  support_group varchar(100) not null,
  task_text varchar(2000) not null,
  given_at timestamp(6) with time zone not null,
  given_by varchar(255) not null,
  -- The engine's user task that stands for it.
  user_task varchar(64),
  outcome varchar(16),
  result varchar(10000),
  ended_at timestamp(6) with time zone,
  ended_by varchar(255),
  unique (major, position)
);
