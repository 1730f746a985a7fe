-- What holds for the roster of a team as a whole.
create table people.roster (
    team_id    bigint primary key references people.team,
    calendar   text collate "C" not null default 'cn-work',
    checked_at timestamptz,
    version    int not null default 1
);
comment on column people.roster.calendar is 'whose holidays are shown';
comment on column people.roster.checked_at is 'when gaps were last looked for; null: something has changed since';
create index roster_by_check on people.roster (checked_at nulls first);

-- Hours in which somebody must be there, planned or not. Minutes of the team's day; one that ends no later than it starts ends on
-- the next day.
create table people.roster_hour (
    team_id bigint not null references people.roster,
    weekday int not null check (weekday between 1 and 7),
    starts  int not null check (starts between 0 and 1439),
    ends    int not null check (ends between 1 and 1440),
    primary key (team_id, weekday, starts)
);

-- People who take turns. Of the layers in force only those of the highest level count. Times are the team's wall clock.
create table people.layer (
    id      bigint generated always as identity primary key,
    team_id bigint not null references people.team,
    name    text not null check (length(name) between 1 and 60),
    level   int not null check (level between 0 and 9),
    starts  timestamp not null,
    ends    timestamp check (ends > starts),
    every   int not null check (every > 0),
    unit    text collate "C" not null check (unit in ('hour', 'day', 'week')),
    version int not null default 1
);
create index layer_by_team on people.layer (team_id);

-- Who stands together in which turn.
create table people.layer_turn (
    layer_id  bigint not null references people.layer on delete cascade,
    turn      int not null,
    person_id bigint not null references people.person,
    primary key (layer_id, turn, person_id)
);

-- The hours to which a layer is restricted.
create table people.layer_hour (
    layer_id bigint not null references people.layer on delete cascade,
    weekday  int not null check (weekday between 1 and 7),
    starts   int not null check (starts between 0 and 1439),
    ends     int not null check (ends between 1 and 1440),
    primary key (layer_id, weekday, starts)
);

-- The simple weekly roster becomes layers: one for each group of people who were on duty together, restricted to those hours.
create temporary table was on commit drop as
with span as (
    select team_id, person_id, (weekday - 1) * 1440 + starts as s,
           (weekday - 1) * 1440 + case when ends <= starts then ends + 1440 else ends end as e
    from people.duty
), cut as (
    select team_id, person_id, s, least(e, 10080) as e from span
    union all
    select team_id, person_id, 0, e - 10080 from span where e > 10080
), edge as (
    select team_id, s as m from cut
    union
    select team_id, e from cut
    union
    select distinct team_id, midnight * 1440 from cut, generate_series(0, 7) as midnight
), piece as (
    select team_id, m as s, lead(m) over (partition by team_id order by m) as e from edge
), manned as (
    select p.team_id, p.s, p.e, array_agg(distinct c.person_id order by c.person_id) as people
    from piece p join cut c on c.team_id = p.team_id and c.s <= p.s and c.e >= p.e
    group by p.team_id, p.s, p.e
)
select team_id, s, e, people, dense_rank() over (partition by team_id order by people) as number from manned;

insert into people.layer (team_id, name, level, starts, every, unit)
select distinct team_id, '班次' || number, 0, timestamp '2020-01-06 00:00', 1, 'week' from was;

insert into people.layer_turn (layer_id, turn, person_id)
select distinct l.id, 1, person
from was w join people.layer l on l.team_id = w.team_id and l.name = '班次' || w.number
cross join unnest(w.people) as person;

insert into people.layer_hour (layer_id, weekday, starts, ends)
select l.id, w.s / 1440 + 1, w.s % 1440, (w.e - 1) % 1440 + 1
from was w join people.layer l on l.team_id = w.team_id and l.name = '班次' || w.number;

insert into people.roster (team_id) select distinct team_id from people.layer;

drop table people.duty;

-- Two who exchange shifts; both have to want it.
create table people.swap (
    id          bigint generated always as identity primary key,
    team_id     bigint not null references people.team,
    asker_id    bigint not null references people.person,
    asked_id    bigint not null references people.person,
    gives_from  timestamptz not null,
    gives_to    timestamptz not null check (gives_to > gives_from),
    takes_from  timestamptz,
    takes_to    timestamptz check (takes_to > takes_from),
    state       text collate "C" not null check (state in ('asked', 'accepted', 'refused', 'withdrawn')),
    asked_at    timestamptz not null,
    answered_at timestamptz,
    check ((takes_from is null) = (takes_to is null))
);
comment on column people.swap.takes_from is 'what the asker does in return; null: nothing';
create index swap_by_team on people.swap (team_id, id);
create index swap_by_asked on people.swap (asked_id) where state = 'asked';

-- Somebody stands in for a while. instead: in whose place; null: besides whoever is there.
create table people.cover (
    id         bigint generated always as identity primary key,
    team_id    bigint not null references people.team,
    person_id  bigint not null references people.person,
    instead_id bigint references people.person check (instead_id <> person_id),
    starts     timestamptz not null,
    ends       timestamptz not null check (ends > starts),
    swap_id    bigint references people.swap,
    made_by    bigint not null,
    made_at    timestamptz not null
);
create index cover_by_team on people.cover (team_id, ends);

create table people.leave (
    id        bigint generated always as identity primary key,
    person_id bigint not null references people.person,
    starts    timestamptz not null,
    ends      timestamptz not null check (ends > starts),
    note      text not null default '' check (length(note) <= 200),
    made_by   bigint not null,
    made_at   timestamptz not null
);
create index leave_by_person on people.leave (person_id, ends);

-- Gaps that somebody has been told of.
create table people.gap (
    id         bigint generated always as identity primary key,
    team_id    bigint not null references people.team,
    layer_id   bigint,
    missing_id bigint,
    starts     timestamptz not null,
    ends       timestamptz not null,
    told_at    timestamptz not null
);
create index gap_by_team on people.gap (team_id, ends);

-- A calendar to subscribe to: of a person, or of a team. What is stored of its secret is a hash.
create table people.feed (
    id        bigint generated always as identity primary key,
    hash      text collate "C" not null unique,
    person_id bigint unique references people.person,
    team_id   bigint unique references people.team,
    made_by   bigint not null,
    made_at   timestamptz not null,
    check ((person_id is null) <> (team_id is null))
);

grant select, insert, update, delete on all tables in schema people to ${app};
grant usage on all sequences in schema people to ${app};
