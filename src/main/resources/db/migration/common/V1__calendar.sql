create schema if not exists itsm;

-- Every content a working calendar ever had: clocks that run keep the version they started with.
create table itsm.calendar_version (
  name       varchar(64)                 not null,
  version    integer                     not null,
  checksum   varchar(64)                 not null,
  content    text                        not null,
  created_at timestamp(6) with time zone not null,
  constraint calendar_version_pk primary key (name, version)
);
