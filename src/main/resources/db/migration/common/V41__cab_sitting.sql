-- Sittings of boards. A board has one open sitting at most: the name stands in open_board until it is closed.
create table itsm.cab_sitting (
  id uuid primary key,
  board varchar(100) not null,
  open_board varchar(100) unique,
  opened_by varchar(255) not null,
  opened_at timestamp(6) with time zone not null,
  closed_by varchar(255),
  closed_at timestamp(6) with time zone,
  remarks varchar(10000)
);
create index cab_sitting_opened on itsm.cab_sitting (board, opened_at);

create table itsm.cab_attendance (
  sitting uuid not null,
  account varchar(255) not null,
  presence varchar(16) not null,
  primary key (sitting, account)
);

-- What was said about a change, for the minutes.
create table itsm.cab_minute (
  sitting uuid not null,
  change varchar(32) not null,
  said varchar(2000) not null,
  noted_by varchar(255) not null,
  noted_at timestamp(6) with time zone not null,
  primary key (sitting, change)
);

-- The agenda of a board is its open votes; the minutes are the ballots of a span.
create index change_vote_open on itsm.change_vote (board, closed_at, due_at);
create index change_ballot_cast on itsm.change_ballot (cast_at);
