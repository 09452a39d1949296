-- Who held which role from when to when. A role is a group; the ledger proves each change, this table finds it.
create table itsm.role_holding (
  id uuid not null,
  account varchar(255) not null,
  role varchar(255) not null,
  held_from timestamp(6) with time zone not null,
  -- Who gave it; found means: it was there already when the suite looked.
  given_by varchar(255) not null,
  -- Exclusive; null while it is held.
  held_until timestamp(6) with time zone,
  taken_by varchar(255),
  constraint role_holding_key primary key (id)
);
create index role_holding_account on itsm.role_holding (account, held_from);
create index role_holding_role on itsm.role_holding (role, held_from);
create index role_holding_from on itsm.role_holding (held_from, id);
