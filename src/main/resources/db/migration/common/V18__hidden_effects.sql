-- Which entries tell of links to other records and of nothing else: they are not shown, nor counted, where the other is hidden.
create table itsm.ledger_link (
  record varchar(200) not null,
  position integer not null,
  other varchar(200) not null,
  constraint ledger_link_key primary key (record, position, other),
  constraint ledger_link_of_entry foreign key (record, position) references itsm.ledger_entry (record, position)
);
insert into itsm.ledger_link (record, position, other)
select e.record, e.position, i.number
from itsm.ledger_entry e join itsm.incident i
  on i.number <> e.record and position('"' || i.number || '"' in e.canonical) > 0
where e.what in ('incident.madeChild', 'incident.takenFromParent', 'incident.childLinked',
  'incident.childUnlinked', 'incident.related', 'incident.separated');

-- Under which key an alarm counts; current_key says which of several a new one takes over from.
alter table itsm.monitoring_alarm add column alarm_key varchar(64);
update itsm.monitoring_alarm set alarm_key = current_key;
create index monitoring_alarm_key on itsm.monitoring_alarm (alarm_key);

-- Records that an event was for beside the one that its sender was told of.
create table itsm.monitoring_event_beside (
  event bigint not null,
  record varchar(32) not null,
  outcome varchar(16) not null,
  constraint monitoring_event_beside_key primary key (event, record),
  constraint monitoring_event_beside_of foreign key (event) references itsm.monitoring_event (id)
);
create index monitoring_event_beside_record on itsm.monitoring_event_beside (record, event);

-- How many events were kept under the same identity before: more than none only where they were for hidden records.
alter table itsm.monitoring_event add column earlier integer default 0 not null;
alter table itsm.monitoring_event drop constraint monitoring_event_once;
alter table itsm.monitoring_event add constraint monitoring_event_once unique (source, event_id, earlier);
