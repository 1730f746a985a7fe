create schema dispatch;

create table dispatch.rule (
    id bigint generated always as identity primary key,
    place integer not null,
    name text not null check (length(name) between 1 and 80),
    kind text collate "C",
    category_id bigint,
    service_id bigint references asset.service,
    organization_id bigint references people.organization,
    words text[] not null default '{}',
    priority text collate "C",
    team_id bigint not null references people.team,
    active boolean not null default true,
    version integer not null default 1,
    constraint rule_place unique (place) deferrable initially deferred
);

-- One row: what holds for the whole desk.
create table dispatch.setting (
    single boolean primary key default true check (single),
    default_team_id bigint references people.team,
    accept_urgent integer not null default 10,
    accept_important integer not null default 20,
    accept_normal integer not null default 60,
    manager_after integer not null default 15,
    version integer not null default 1
);
comment on column dispatch.setting.accept_urgent is 'minutes to accept before the next person is asked';
comment on column dispatch.setting.manager_after is 'minutes between the breach and the service manager';
insert into dispatch.setting default values;

-- Every decision that placed a ticket, or could not, with its reasons as message keys and plain numbers.
create table dispatch.decision (
    id bigint generated always as identity primary key,
    ticket bigint not null,
    at timestamptz not null,
    cause text collate "C" not null,
    cause_arguments jsonb not null,
    route text collate "C" not null,
    rule_name text,
    team_id bigint references people.team,
    person_id bigint references people.person,
    reason text collate "C" not null,
    arguments jsonb not null,
    last boolean not null
);
comment on column dispatch.decision.cause is 'message key of what made a decision necessary';
comment on column dispatch.decision.route is 'message key of what chose the team';
comment on column dispatch.decision.reason is 'message key of what chose the person';
comment on column dispatch.decision.last is 'nobody is left to ask after this one';
create index decision_by_ticket on dispatch.decision (ticket, id);

-- Work offered to somebody until they accept it or their time is up.
create table dispatch.offer (
    ticket bigint primary key,
    team_id bigint not null references people.team,
    person_id bigint not null references people.person,
    asked bigint[] not null,
    at timestamptz not null,
    due_at timestamptz not null
);
comment on column dispatch.offer.asked is 'everybody of the team who had it in this round, the present one included';
create index offer_due on dispatch.offer (due_at);

-- Each step of each promise once; the row with a due moment waits for it.
create table dispatch.escalation (
    ticket bigint not null,
    metric text collate "C" not null,
    level text collate "C" not null,
    percent integer not null,
    at timestamptz not null,
    due_at timestamptz,
    primary key (ticket, metric, level, percent)
);
create index escalation_due on dispatch.escalation (due_at) where due_at is not null;

grant usage on schema dispatch to ${app};
grant select, insert, update, delete on all tables in schema dispatch to ${app};
grant usage on all sequences in schema dispatch to ${app};
