-- Records that only those concerned may know of.
create table itsm.restricted_record (
  record varchar(32) primary key,
  restricted_at timestamp(6) with time zone not null
);

-- user:<account> or group:<id>. WORKING: the group that works on it, as long as it does. NAMED: for good.
create table itsm.record_concerned (
  record varchar(32) not null,
  concerned varchar(320) not null,
  why varchar(16) not null,
  primary key (record, concerned, why)
);
create index record_concerned_concerned on itsm.record_concerned (concerned, record);

-- Which record another practice made of a message; null as long as nobody has taken it up.
alter table itsm.record_message add column taken_up_as varchar(32);
