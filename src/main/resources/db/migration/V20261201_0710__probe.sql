-- What the desk looks at itself, how it stands, and what was seen.
create table signal.probe (
    id bigint generated always as identity primary key,
    name text not null unique check (length(name) between 1 and 80),
    kind text collate "C" not null check (kind in ('http', 'tcp', 'tls', 'dns', 'ping')),
    target text not null check (length(target) between 1 and 2000),
    expected jsonb not null,
    service_id bigint references asset.service,
    every integer not null check (every >= 10),
    time_limit integer not null check (time_limit >= 100),
    failures integer not null check (failures >= 1),
    successes integer not null check (successes >= 1),
    slow integer,
    warn_days jsonb not null,
    inside boolean not null,
    active boolean not null,
    version integer not null default 1,
    state text collate "C" not null default 'unknown' check (state in ('unknown', 'up', 'down')),
    since timestamptz,
    failing_since timestamptz,
    failed integer not null default 0,
    passed integer not null default 0,
    is_slow boolean not null default false,
    contrary integer not null default 0,
    certificate_ends timestamptz,
    warned integer not null default 0,
    due_at timestamptz not null,
    leased_until timestamptz
);
create index probe_due on signal.probe (due_at) where active;

create table signal.probe_result (
    probe_id bigint not null references signal.probe on delete cascade,
    at timestamptz not null,
    millis integer not null,
    reason jsonb,
    primary key (probe_id, at)
);
create index probe_result_at on signal.probe_result (at);

create table signal.probe_hour (
    probe_id bigint not null references signal.probe on delete cascade,
    hour timestamptz not null,
    looks integer not null,
    failed integer not null,
    millis bigint not null,
    primary key (probe_id, hour)
);

grant select, insert, update, delete on signal.probe, signal.probe_result, signal.probe_hour to ${app};
grant usage on all sequences in schema signal to ${app};
