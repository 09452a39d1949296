-- What somebody is proven to be able to do, from when to when. Rows are never deleted.
create table itsm.competence_proof (
  id uuid primary key,
  account varchar(255) not null,
  skill varchar(64) not null,
  valid_from timestamp(6) with time zone not null,
  -- Exclusive; null while no end is set.
  valid_until timestamp(6) with time zone,
  evidence varchar(2000) not null,
  entered_by varchar(255) not null,
  entered_at timestamp(6) with time zone not null,
  withdrawn_by varchar(255),
  withdrawn_at timestamp(6) with time zone,
  withdrawn_why varchar(2000)
);
create index competence_proof_account on itsm.competence_proof (account, skill);
create index competence_proof_skill on itsm.competence_proof (skill);
create index competence_proof_entered on itsm.competence_proof (entered_at, id);
