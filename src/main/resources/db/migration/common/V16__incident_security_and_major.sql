-- What an incident is found to be beside an incident: reported suspicion (security) is not yet a finding.
alter table itsm.incident add column security_found boolean default false not null;
alter table itsm.incident add column major boolean default false not null;
