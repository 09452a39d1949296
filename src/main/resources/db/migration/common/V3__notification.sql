-- The outbox: what people were told, one row per record, occasion and recipient.
create table itsm.notification (
  id uuid not null,
  record varchar(200) not null,
  template varchar(100) not null,
  occasion varchar(300) not null,
  recipient varchar(320) not null,
  address varchar(320),
  subject varchar(300) not null,
  body varchar(100000) not null,
  created_at timestamp(6) with time zone not null,
  status varchar(10) not null,
  attempts integer not null,
  next_attempt_at timestamp(6) with time zone,
  sent_at timestamp(6) with time zone,
  error varchar(500),
  constraint notification_key primary key (id),
  constraint notification_once unique (record, occasion, recipient),
  constraint notification_status check (status in ('WRITTEN', 'SENT', 'FAILED', 'SHOWN'))
);
create index notification_created on itsm.notification (created_at, id);
-- Only rows that still have to be sent have a time here.
create index notification_next_attempt on itsm.notification (next_attempt_at);
