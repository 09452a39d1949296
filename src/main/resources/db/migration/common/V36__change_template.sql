-- Templates of changes that are approved in advance, by version; a released text is never altered.
create table itsm.change_template (
  id varchar(64) not null,
  version integer not null,
  title varchar(200) not null,
  description varchar(10000),
  service varchar(100) not null,
  subject varchar(16) not null,
  action varchar(16) not null,
  impact varchar(16) not null,
  implementation_plan varchar(10000) not null,
  test_plan varchar(10000),
  back_out_plan varchar(10000) not null,
  support_group varchar(100),
  written_by varchar(255) not null,
  written_at timestamp(6) with time zone not null,
  released_by varchar(255),
  released_at timestamp(6) with time zone,
  expires_at timestamp(6) with time zone,
  retired_by varchar(255),
  retired_at timestamp(6) with time zone,
  retired_because varchar(2000),
  primary key (id, version)
);

-- The only items that a change made from the version may touch; none for any.
create table itsm.change_template_item (
  id varchar(64) not null,
  version integer not null,
  position integer not null,
  item varchar(100) not null,
  primary key (id, version, position)
);
