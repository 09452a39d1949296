-- Auditors' engagements: who may look at what, from when to when. Rows are never deleted; each change is a fact.
create sequence itsm.audit_engagement_id start with 1 increment by 1;

create table itsm.audit_engagement (
  id bigint primary key,
  account varchar(255) not null,
  kind varchar(16) not null,
  valid_from timestamp(6) with time zone not null,
  valid_until timestamp(6) with time zone not null,
  records_from timestamp(6) with time zone,
  records_until timestamp(6) with time zone,
  purpose varchar(2000) not null,
  given_by varchar(255) not null,
  given_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  ended_by varchar(255)
);
create index audit_engagement_account on itsm.audit_engagement (account);

-- What it reaches, by kind: PRACTICE, SERVICE, CUSTOMER. No row of a kind: all of it.
create table itsm.audit_engagement_scope (
  engagement_id bigint not null references itsm.audit_engagement (id),
  kind varchar(16) not null,
  name varchar(100) not null,
  primary key (engagement_id, kind, name)
);

-- Which chain of the ledger tells what an account has looked at. The chain's name says nobody's name.
create sequence itsm.audit_reader_id start with 1 increment by 1;

create table itsm.audit_reader (
  account varchar(255) primary key,
  id bigint not null
);
