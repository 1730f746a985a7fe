create table people.skill (
    id   bigint generated always as identity primary key,
    code text collate "C" not null unique,
    name text not null
);

-- 1 knows it, 2 does it alone, 3 teaches it.
create table people.person_skill (
    person_id bigint not null references people.person,
    skill_id  bigint not null references people.skill on delete cascade,
    level     int not null check (level between 1 and 3),
    primary key (person_id, skill_id)
);
create index person_skill_by_skill on people.person_skill (skill_id);

-- How much open work, weighted by priority, somebody is given before others.
create table people.capacity (
    person_id bigint primary key references people.person,
    weight    int not null check (weight > 0)
);

-- What a rule, a service or a category wants somebody to be able to do.
create table dispatch.want (
    kind     text collate "C" not null check (kind in ('rule', 'service', 'category')),
    subject  bigint not null,
    skill_id bigint not null references people.skill on delete cascade,
    level    int not null check (level between 1 and 3),
    primary key (kind, subject, skill_id)
);
create index want_by_skill on dispatch.want (skill_id);

alter table dispatch.decision add column steps jsonb not null default '[]';
comment on column dispatch.decision.steps is 'how the choice narrowed, each a message key with plain numbers';

grant select, insert, update, delete on all tables in schema people to ${app};
grant usage on all sequences in schema people to ${app};
grant select, insert, update, delete on all tables in schema dispatch to ${app};
