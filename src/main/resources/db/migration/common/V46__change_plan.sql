-- The plan of a change: steps that are done one after the other, those of one turn side by side. What was done is
-- written once, into the same row; a plan is replaced as a whole until then.
create table itsm.change_plan_step (
  change varchar(32) not null,
  position integer not null,
  turn integer not null,
  support_group varchar(100) not null,
  what varchar(2000) not null,
  minutes integer not null,
  begun_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  done_by varchar(255),
  worked boolean,
  evidence varchar(10000),
  primary key (change, position)
);
