create schema signal;

-- A sender that somebody has connected.
create table signal.source (
    id bigint generated always as identity primary key,
    name text not null unique check (length(name) between 1 and 80),
    kind text collate "C" not null,
    key_hash text collate "C" not null unique,
    person_id bigint not null references people.person,
    service_id bigint references asset.service,
    setup jsonb not null,
    sealed text,
    active boolean not null default true,
    version integer not null default 1,
    created_at timestamptz not null
);

-- What senders' own words for badness mean.
create table signal.grade (
    word text collate "C" primary key check (word = lower(word) and length(word) between 1 and 40),
    severity text collate "C" not null check (severity in ('critical', 'major', 'warning', 'info'))
);
insert into signal.grade (word, severity) values
    ('critical', 'critical'),
    ('fatal', 'critical'),
    ('emergency', 'critical'),
    ('disaster', 'critical'),
    ('page', 'critical'),
    ('p1', 'critical'),
    ('紧急', 'critical'),
    ('严重', 'critical'),
    ('error', 'major'),
    ('major', 'major'),
    ('high', 'major'),
    ('p2', 'major'),
    ('重要', 'major'),
    ('warning', 'warning'),
    ('warn', 'warning'),
    ('average', 'warning'),
    ('minor', 'warning'),
    ('p3', 'warning'),
    ('警告', 'warning'),
    ('次要', 'warning'),
    ('info', 'info'),
    ('informational', 'info'),
    ('information', 'info'),
    ('notice', 'info'),
    ('low', 'info'),
    ('none', 'info'),
    ('debug', 'info'),
    ('p4', 'info'),
    ('p5', 'info'),
    ('提示', 'info');

-- Something was changed or deployed, as a machine tells.
create table signal.deployment (
    id bigint generated always as identity primary key,
    source_id bigint not null references signal.source,
    at timestamptz not null,
    title text not null,
    url text not null,
    labels jsonb not null,
    service_id bigint references asset.service
);
create index deployment_at on signal.deployment (at desc);
create index deployment_service on signal.deployment (service_id, at desc) where service_id is not null;

-- What was sent, kept before it is read.
create table signal.message (
    id bigint generated always as identity primary key,
    arrival uuid not null unique,
    source_id bigint not null references signal.source,
    received_at timestamptz not null,
    act text collate "C" not null default '',
    headers jsonb not null default '{}',
    body bytea not null check (length(body) <= 1048576),
    state text collate "C" not null default 'stored' check (state in ('stored', 'read', 'quarantined', 'dropped')),
    problem jsonb,
    read_at timestamptz,
    check ((state = 'stored') or read_at is not null),
    check ((state = 'quarantined') <= (problem is not null))
);
create index message_waiting on signal.message (source_id, id) where state = 'stored';
create index message_aside on signal.message (source_id, id) where state = 'quarantined';
create index message_done on signal.message (read_at) where state in ('read', 'dropped');
create index message_newest on signal.message (source_id, id desc);

-- Alerts that belong together, and the ticket in which they are dealt with.
create table signal.incident (
    id bigint generated always as identity primary key,
    ticket bigint not null unique references ticket.ticket,
    service_id bigint references asset.service,
    opened_at timestamptz not null,
    last_at timestamptz not null,
    restored_at timestamptz,
    alerts integer not null default 0,
    open integer not null default 0
);
create index incident_service on signal.incident (service_id, last_at);

create table signal.incident_group (
    group_key text collate "C" not null,
    incident_id bigint not null references signal.incident on delete cascade,
    primary key (group_key, incident_id)
);

-- One time that something was wrong.
create table signal.alert (
    id bigint generated always as identity primary key,
    source_id bigint not null references signal.source,
    key text collate "C" not null,
    group_key text collate "C" not null,
    started_at timestamptz not null,
    began_at timestamptz not null,
    ended_at timestamptz,
    state text collate "C" not null check (state in ('open', 'acknowledged', 'resolved')),
    severity text collate "C" not null check (severity in ('critical', 'major', 'warning', 'info', 'unknown')),
    title text not null,
    words text not null,
    url text not null,
    labels jsonb not null,
    count bigint not null check (count > 0),
    first_at timestamptz not null,
    last_at timestamptz not null check (last_at >= first_at),
    service_id bigint references asset.service,
    incident_id bigint references signal.incident,
    changed boolean not null default true,
    problem jsonb,
    version integer not null default 1,
    unique (source_id, key, started_at),
    check ((state = 'resolved') = (ended_at is not null)),
    check (ended_at is null or ended_at >= began_at)
);
create unique index alert_open_once on signal.alert (source_id, key) where state <> 'resolved';
create index alert_changed on signal.alert (id) where changed;
create index alert_open on signal.alert (id) where state <> 'resolved';
create index alert_group on signal.alert (group_key) where state <> 'resolved';
create index alert_incident_open on signal.alert (incident_id, id) where state <> 'resolved';
create index alert_incident_over on signal.alert (incident_id, id) where state = 'resolved';

grant usage on schema signal to ${app};
grant select, insert, update, delete on all tables in schema signal to ${app};
grant usage on all sequences in schema signal to ${app};
