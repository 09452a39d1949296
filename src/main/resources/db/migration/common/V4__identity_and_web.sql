-- Which of the engine's authorizations come from config/access.yaml: the suite changes and removes only these.
create table itsm.engine_grant (
  group_id         varchar(255) not null,
  resource         varchar(64)  not null,
  resource_id      varchar(64)  not null,
  authorization_id varchar(64)  not null,
  primary key (group_id, resource, resource_id)
);

-- What a repeated create gets back: the record of the first call.
create table itsm.idempotency_key (
  caller     varchar(255) not null,
  operation  varchar(64)  not null,
  idem_key   varchar(200) not null,
  body_hash  varchar(64)  not null,
  record     varchar(64),
  created_at timestamp(6) with time zone not null,
  primary key (caller, operation, idem_key)
);
create index idempotency_key_created_at on itsm.idempotency_key (created_at);
