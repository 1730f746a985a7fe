-- Rules by which figures are watched.
create table signal.watch (
    id bigint generated always as identity primary key,
    name text not null unique check (length(name) between 1 and 80),
    metric text collate "C" not null check (length(metric) between 1 and 200),
    matchers text[] not null,
    sign jsonb not null,
    severity text collate "C" not null check (severity in ('critical', 'major', 'warning', 'info')),
    service_id bigint references asset.service,
    active boolean not null default true,
    version integer not null default 1,
    judged_at timestamptz,
    courses integer not null default 0
);

-- What is wrong by them now.
create table signal.watch_standing (
    watch_id bigint not null references signal.watch on delete cascade,
    course text collate "C" not null,
    since timestamptz not null,
    value double precision not null,
    bound double precision not null,
    comes_at timestamptz,
    primary key (watch_id, course)
);

grant select, insert, update, delete on signal.watch, signal.watch_standing to ${app};
grant usage on all sequences in schema signal to ${app};
