-- Sessions at the identity provider that it has told to be over; forgotten when no token of theirs can live any more.
create table itsm.ended_session (
  provider_session varchar(255) primary key,
  ended_at timestamp(6) with time zone not null
);
create index ended_session_ended_at on itsm.ended_session (ended_at);
