-- The one row whoever gives or changes an engagement locks first: two that overlap cannot come in at a time unseen.
create table itsm.audit_engagement_entry (
  id integer not null,
  constraint audit_engagement_entry_key primary key (id)
);
insert into itsm.audit_engagement_entry (id) values (1);
