create schema channel;

-- What somebody is told, as a message key with arguments; the words are found when it is read.
create table channel.notice (
    id bigint generated always as identity primary key,
    person_id bigint not null references people.person,
    entry bigint not null,
    at timestamptz not null,
    key text collate "C" not null,
    arguments jsonb not null,
    kind text collate "C" not null,
    subject bigint not null,
    actor bigint not null,
    read_at timestamptz,
    unique (entry, person_id)
);
create index notice_by_person on channel.notice (person_id, id desc);
create index notice_read on channel.notice (read_at) where read_at is not null;
create index notice_unread on channel.notice (person_id, id desc) where read_at is null;

-- A letter on its way. It holds no link and no address: both are looked up when it is sent.
create table channel.delivery (
    id bigint generated always as identity primary key,
    entry bigint not null,
    target text collate "C" not null,
    letter text collate "C" not null,
    person_id bigint not null references people.person,
    subject bigint not null,
    created_at timestamptz not null,
    attempts integer not null default 0,
    next_at timestamptz,
    sent_at timestamptz,
    dead_at timestamptz,
    problem text collate "C",
    answer integer,
    unique (entry, target),
    check (num_nonnulls(next_at, sent_at, dead_at) = 1)
);
comment on column channel.delivery.problem is 'message key of what went wrong last';
comment on column channel.delivery.answer is 'the code with which the mail server refused, such as 550';
create index delivery_due on channel.delivery (next_at) where next_at is not null;
create index delivery_sent on channel.delivery (sent_at) where sent_at is not null;
create index delivery_dead on channel.delivery (id desc) where dead_at is not null;

grant usage on schema channel to ${app};
grant select, insert, update, delete on all tables in schema channel to ${app};
grant usage on all sequences in schema channel to ${app};
