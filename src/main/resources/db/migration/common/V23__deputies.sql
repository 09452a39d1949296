-- When somebody is away, and who stands in. A row of kind LEFT is somebody who is gone for good, or who is in a group no more.
create table itsm.absence (
  id uuid not null,
  account varchar(255) not null,
  -- Null: in whatever group.
  support_group varchar(100),
  -- Null: nobody by name.
  deputy varchar(255),
  from_at timestamp(6) with time zone not null,
  until_at timestamp(6) with time zone not null,
  kind varchar(8) not null,
  reason varchar(500),
  entered_by varchar(255) not null,
  entered_at timestamp(6) with time zone not null,
  -- Whether open tasks were passed on, and whether they were given back: what is still to be done is found by these.
  begun boolean not null,
  ended boolean not null,
  constraint absence_key primary key (id),
  constraint absence_kind check (kind in ('AWAY', 'LEFT')),
  constraint absence_span check (from_at < until_at)
);
create index absence_account on itsm.absence (account, until_at);
create index absence_deputy on itsm.absence (deputy, until_at);
create index absence_until on itsm.absence (until_at, from_at);
create index absence_to_do on itsm.absence (ended, begun, from_at);

-- The one row whoever enters an absence locks first: no two are entered at a time, so none can close a circle unseen.
create table itsm.absence_entry (
  id integer not null,
  constraint absence_entry_key primary key (id)
);
insert into itsm.absence_entry (id) values (1);
