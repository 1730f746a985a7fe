create schema base;

-- What was answered to a POST with an Idempotency-Key; no status means that it is being done in this transaction.
create table base.idempotency (
    owner bigint not null,
    key text collate "C" not null,
    request text collate "C" not null,
    status integer,
    location text,
    etag text,
    type text,
    body bytea,
    at timestamptz not null default now(),
    primary key (owner, key)
);

create index idempotency_age on base.idempotency (at);

grant usage on schema base to ${app};
grant select, insert, update, delete on all tables in schema base to ${app};
grant usage on all sequences in schema base to ${app};
