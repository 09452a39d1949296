-- Which content of a practice's models was released when; rows are only ever added.
create table itsm.release_bundle (
  bundle        varchar(64)                 not null,
  version       integer                     not null,
  checksum      varchar(64)                 not null,
  deployment_id varchar(64)                 not null,
  released_at   timestamp(6) with time zone not null,
  released_by   varchar(255)                not null,
  build         varchar(255)                not null,
  constraint release_bundle_pk primary key (bundle, version)
);

create table itsm.release_file (
  bundle   varchar(64)  not null,
  version  integer      not null,
  name     varchar(255) not null,
  checksum varchar(64)  not null,
  constraint release_file_pk primary key (bundle, version, name),
  constraint release_file_bundle_fk foreign key (bundle, version)
    references itsm.release_bundle (bundle, version)
);

-- Two nodes that start at once release one after the other: each locks this row first.
create table itsm.release_lock (
  id integer not null constraint release_lock_pk primary key
);

insert into itsm.release_lock (id) values (1);
