-- Spans in which nothing is changed. Rows are added and cancelled, never altered or deleted; without services one holds for
-- everything.
create table itsm.change_freeze (
  id uuid primary key,
  name varchar(200) not null,
  why varchar(2000) not null,
  window_from timestamp(6) with time zone not null,
  window_to timestamp(6) with time zone not null,
  announced_by varchar(255) not null,
  announced_at timestamp(6) with time zone not null,
  cancelled_by varchar(255),
  cancelled_at timestamp(6) with time zone,
  cancelled_why varchar(2000),
  check (window_from < window_to)
);
create index change_freeze_window on itsm.change_freeze (window_to, window_from);

create table itsm.change_freeze_service (
  freeze_id uuid not null references itsm.change_freeze (id),
  position integer not null,
  service varchar(100) not null,
  primary key (freeze_id, position)
);

-- Who answers for what was found about the window of a change; rows are added only.
create table itsm.change_window_agreement (
  change varchar(32) not null,
  position integer not null,
  kind varchar(32) not null,
  about varchar(64) not null,
  span_from timestamp(6) with time zone not null,
  span_to timestamp(6) with time zone not null,
  agreed_by varchar(255) not null,
  why varchar(2000) not null,
  agreed_at timestamp(6) with time zone not null,
  primary key (change, position)
);
create index change_window_agreement_about on itsm.change_window_agreement (about);

-- The calendar and the checks ask which windows share an instant with a span.
create index change_record_window on itsm.change_record (window_to, window_from);
