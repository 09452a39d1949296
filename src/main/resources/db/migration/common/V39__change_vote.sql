-- Votes on changes. What stands in a row when it is opened is never edited: only its end, and the deadline once.
create table itsm.change_vote (
  change varchar(32) not null,
  number integer not null,
  assessment_round integer not null,
  step integer not null,
  board varchar(100) not null,
  chair_group varchar(100) not null,
  rule_kind varchar(16) not null,
  threshold integer not null,
  quorum integer not null,
  casting_vote boolean not null,
  veto_group varchar(100),
  authority varchar(100),
  further boolean not null,
  within varchar(100) not null,
  remind_after varchar(100) not null,
  calendar varchar(100) not null,
  opened_at timestamp(6) with time zone not null,
  remind_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  extended boolean not null,
  closed_at timestamp(6) with time zone,
  result varchar(16),
  primary key (change, number)
);

-- The board as it was when the vote was opened.
create table itsm.change_vote_member (
  change varchar(32) not null,
  vote integer not null,
  position integer not null,
  account varchar(255) not null,
  weight integer not null,
  veto boolean not null,
  chair boolean not null,
  primary key (change, vote, position)
);

-- Added only. The key makes the same ballot, cast twice at once, count once; the last position counts.
create table itsm.change_ballot (
  change varchar(32) not null,
  vote integer not null,
  voter varchar(255) not null,
  position integer not null,
  choice varchar(16) not null,
  reason varchar(2000),
  cast_by varchar(255) not null,
  how varchar(16) not null,
  cast_at timestamp(6) with time zone not null,
  primary key (change, vote, voter, position)
);
