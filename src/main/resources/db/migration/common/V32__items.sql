-- Services, components and configuration items. Rows are never deleted; what an item was like stands in its versions.

-- One row. Whoever changes items or relations counts it up first, which also makes them wait for each other: what each
-- node knows of the items is as new as the number it has read.
create table itsm.item_change (
  id smallint primary key,
  seq bigint not null,
  constraint item_change_one_row check (id = 1)
);
insert into itsm.item_change (id, seq) values (1, 0);

create table itsm.item (
  id varchar(64) primary key,
  -- The version that holds now.
  version bigint not null,
  -- The number in item_change when it was changed last.
  seq bigint not null
);
create index item_seq on itsm.item (seq);

create table itsm.item_version (
  item varchar(64) not null references itsm.item (id),
  version bigint not null,
  valid_from timestamp(6) with time zone not null,
  -- Exclusive; null while it holds.
  valid_until timestamp(6) with time zone,
  item_level varchar(16) not null,
  item_type varchar(64) not null,
  name varchar(200) not null,
  description varchar(4000),
  designation varchar(2000) not null,
  outcome varchar(2000),
  criticality varchar(16) not null,
  support_group varchar(64),
  status varchar(64) not null,
  is_asset boolean not null,
  -- JSON: texts by name.
  attributes varchar(8000) not null,
  retired_why varchar(2000),
  changed_by varchar(255) not null,
  changed_why varchar(2000),
  -- The request for change that it followed, or null.
  rfc varchar(40),
  primary key (item, version)
);
create index item_version_rfc on itsm.item_version (rfc);

create table itsm.item_relation (
  id uuid primary key,
  from_item varchar(64) not null references itsm.item (id),
  kind varchar(64) not null,
  to_item varchar(64) not null references itsm.item (id),
  valid_from timestamp(6) with time zone not null,
  -- Exclusive; null while it holds.
  valid_until timestamp(6) with time zone,
  entered_by varchar(255) not null,
  ended_by varchar(255),
  ended_why varchar(2000),
  rfc varchar(40),
  ended_rfc varchar(40),
  seq bigint not null
);
create index item_relation_from on itsm.item_relation (from_item, kind, to_item);
create index item_relation_to on itsm.item_relation (to_item);
create index item_relation_seq on itsm.item_relation (seq);
