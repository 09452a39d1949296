-- Evidence of the work on a change; rows are added only.
create table itsm.change_work (
  change varchar(32) not null,
  position integer not null,
  step varchar(16) not null,
  outcome varchar(16),
  note varchar(10000) not null,
  done_by varchar(255) not null,
  done_at timestamp(6) with time zone not null,
  primary key (change, position)
);
