create schema sla;

-- One row: grows with every change of agreements and their selection, and makes changes wait for each other.
create table sla.revision (
    singleton boolean primary key default true check (singleton),
    value bigint not null
);

create table sla.agreement (
    id bigint generated always as identity primary key,
    code text collate "C" not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null check (length(name) between 1 and 60),
    standard boolean not null default false
);

-- One agreement applies where no selection says otherwise.
create unique index agreement_standard on sla.agreement (standard) where standard;

-- What an agreement says. Written once, never changed: a change is a new version, and clocks keep the one they were promised.
create table sla.terms (
    id bigint generated always as identity primary key,
    agreement bigint not null references sla.agreement,
    version integer not null,
    calendar text collate "C" not null references calendar.calendar (code),
    made_by bigint not null,
    made_at timestamptz not null,
    unique (agreement, version)
);

create table sla.budget (
    terms bigint not null references sla.terms,
    metric text collate "C" not null check (metric in ('response', 'resolution')),
    priority text collate "C" not null check (priority in ('urgent', 'important', 'normal')),
    seconds integer not null check (seconds between 60 and 31536000),
    primary key (terms, metric, priority)
);

-- For whom a subject may be on hold without the clock running on.
create table sla.pause (
    terms bigint not null references sla.terms,
    metric text collate "C" not null check (metric in ('response', 'resolution')),
    reason text collate "C" not null check (reason in ('requester', 'supplier', 'change', 'other')),
    primary key (terms, metric, reason)
);

-- Which agreement applies: the first selection that fits; null fits all.
create table sla.selection (
    place integer primary key,
    agreement bigint not null references sla.agreement,
    service text collate "C",
    organization bigint references people.organization,
    vip boolean,
    kind text collate "C",
    priority text collate "C"
);

-- What happened to a subject, in the order in which it was recorded; clocks are computed from this and nothing else.
-- terms refers to sla.terms without a foreign key: all new facts would lock the same row of it.
create table sla.fact (
    kind text collate "C" not null,
    subject bigint not null,
    seq integer not null,
    at timestamptz not null,
    what text collate "C" not null check (what in ('started', 'changed', 'held', 'resumed', 'stopped', 'restarted')),
    metric text collate "C",
    reason text collate "C",
    terms bigint,
    priority text collate "C",
    primary key (kind, subject, seq)
);

-- A promise as it stands after its facts: a cache of their replay.
create table sla.clock (
    kind text collate "C" not null,
    subject bigint not null,
    metric text collate "C" not null check (metric in ('response', 'resolution')),
    origin text collate "C" not null,
    terms bigint not null,
    priority text collate "C" not null,
    revision bigint not null,               -- of the calendars it was computed with
    started_at timestamptz not null,
    budget_seconds integer not null,
    spent_micros bigint not null,           -- working time counted until as_of
    as_of timestamptz not null,             -- when the last thing happened that mattered to it
    paused_at timestamptz,
    stopped_at timestamptz,
    half_at timestamptz,
    three_quarters_at timestamptz,
    due_at timestamptz,                     -- null while it waits; once stopped, when it would have been due
    told smallint not null default 0,       -- percent: each step is told once
    next_at timestamptz,                    -- when the next step is to be told
    primary key (kind, subject, metric)
);

create index clock_next on sla.clock (next_at) where next_at is not null;
create index clock_open on sla.clock (revision) where stopped_at is null;

-- Published for reports. One row a promise. outcome is met, breached, or null as long as the clock is open; an open clock is
-- broken as of the moment T when due_at < T. spent_seconds of an open clock is what was counted until as_of.
create view sla.clocks_published as
select c.kind, c.subject, c.metric, a.code as agreement, t.version as terms_version, c.priority, c.origin, c.started_at,
    c.budget_seconds, c.spent_micros / 1000000 as spent_seconds, c.as_of, c.paused_at, c.stopped_at, c.due_at,
    case
        when c.stopped_at is null then null
        when c.stopped_at > c.due_at then 'breached'
        else 'met'
    end as outcome
from sla.clock c
join sla.terms t on t.id = c.terms
join sla.agreement a on a.id = t.agreement;

-- Published for reports: when a subject waited for somebody for whom its resolution clock waits, too.
create view sla.pauses_published as
select h.kind, h.subject, h.at as paused_at,
    (select min(e.at) from sla.fact e
      where e.kind = h.kind and e.subject = h.subject and e.seq > h.seq
        and (e.what = 'resumed' or (e.what = 'stopped' and e.metric = 'resolution'))) as resumed_at
from sla.fact h
where h.what = 'held'
  and exists (select 1 from sla.pause p
               where p.metric = 'resolution' and p.reason = h.reason
                 and p.terms = (select t.terms from sla.fact t
                                 where t.kind = h.kind and t.subject = h.subject and t.seq < h.seq and t.terms is not null
                                 order by t.seq desc limit 1));

insert into sla.revision (value) values (1);

insert into sla.agreement (code, name, standard) values ('standard', '标准', true), ('office', '工作时间5×8', false);

insert into sla.terms (agreement, version, calendar, made_by, made_at)
select id, 1, case code when 'standard' then '24x7' else 'cn-work' end, 0, '2026-01-01 00:00:00+00'
from sla.agreement order by id;

insert into sla.budget (terms, metric, priority, seconds)
select t.id, b.metric, b.priority, b.minutes * 60
from sla.terms t,
    (values ('response', 'urgent', 30), ('response', 'important', 120), ('response', 'normal', 240),
        ('resolution', 'urgent', 240), ('resolution', 'important', 480), ('resolution', 'normal', 1440))
        as b (metric, priority, minutes);

insert into sla.pause (terms, metric, reason)
select t.id, 'resolution', r.reason
from sla.terms t, (values ('requester'), ('supplier'), ('change'), ('other')) as r (reason);

grant usage on schema sla to ${app};
grant select, insert, update, delete on all tables in schema sla to ${app};
grant usage on all sequences in schema sla to ${app};
