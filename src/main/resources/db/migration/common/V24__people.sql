-- Work that one node does every so often, whichever comes first.
create table itsm.periodic_work (
  name varchar(64) not null,
  due_at timestamp(6) with time zone not null,
  constraint periodic_work_key primary key (name)
);
insert into itsm.periodic_work (name, due_at) values ('account-check', timestamp with time zone '2000-01-01 00:00:00+00:00');

-- In which groups somebody was when it was looked last; what is missing the next time is a group that was left.
create table itsm.checked_person (
  account varchar(255) not null,
  -- Groups, one on each line.
  member_of varchar(10000) not null,
  constraint checked_person_key primary key (account)
);

-- Requests to erase a person. What would lead back from the pseudonym is gone once it is done.
create table itsm.person_erasure (
  id uuid not null,
  account varchar(255),
  other_names varchar(2000),
  pseudonym varchar(64) not null,
  reason varchar(2000),
  requested_by varchar(255) not null,
  requested_at timestamp(6) with time zone not null,
  erased_by varchar(255),
  erased_at timestamp(6) with time zone,
  withdrawn_at timestamp(6) with time zone,
  constraint person_erasure_key primary key (id),
  constraint person_erasure_pseudonym unique (pseudonym)
);
create index person_erasure_account on itsm.person_erasure (account);

-- What is shown where a value of the ledger was erased: the same value with a pseudonym in it.
create table itsm.ledger_pseudonym (
  record varchar(200) not null,
  position integer not null,
  path varchar(1000) not null,
  content varchar(1000000) not null,
  -- The pseudonym once more where it names who acted, so that it can be searched.
  account varchar(255),
  constraint ledger_pseudonym_key primary key (record, position, path),
  constraint ledger_pseudonym_of_value foreign key (record, position, path)
    references itsm.ledger_value (record, position, path)
);
create index ledger_pseudonym_account on itsm.ledger_pseudonym (account);
