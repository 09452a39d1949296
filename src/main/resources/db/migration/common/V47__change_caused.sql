-- Incidents that a change has caused, as people found (I-09).
create table itsm.change_caused (
  incident varchar(32) not null,
  change varchar(32) not null,
  since timestamp(6) with time zone not null,
  primary key (incident, change)
);
create index change_caused_change on itsm.change_caused (change);
