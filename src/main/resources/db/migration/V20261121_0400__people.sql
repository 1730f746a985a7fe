create schema people;

create table people.organization (
    id      bigint generated always as identity primary key,
    code    text collate "C" not null unique,
    name    text not null,
    vip     boolean not null default false,
    active  boolean not null default true,
    version int not null default 1
);

-- A person is not an account: login and mail may both be missing.
create table people.person (
    id              bigint generated always as identity primary key,
    login           text collate "C" unique check (login = lower(login)),
    name            text not null,
    mail            text collate "C" unique check (mail = lower(mail)),
    phone           text,
    title           text,
    organization_id bigint references people.organization,
    active          boolean not null default true,
    language        text collate "C" not null default 'zh-CN',
    zone            text collate "C" not null default 'Asia/Shanghai',
    theme           text collate "C" not null default 'system',
    shortcuts       boolean not null default true,
    version         int not null default 1,
    sought          text generated always as
        (lower(name || ' ' || coalesce(login, '') || ' ' || coalesce(mail, '') || ' ' || coalesce(phone, ''))) stored
);
create index person_by_name on people.person (name collate "C", id);
create index person_by_organization on people.person (organization_id);

create table people.role (
    id          bigint generated always as identity primary key,
    code        text collate "C" not null unique,
    name        text,
    permissions text[] not null,
    version     int not null default 1
);
comment on column people.role.name is 'null for a shipped role that keeps its own word, people.role.<code>';

create table people.person_role (
    person_id bigint not null references people.person,
    role_id   bigint not null references people.role,
    primary key (person_id, role_id)
);
create index person_role_by_role on people.person_role (role_id);

create table people.team (
    id      bigint generated always as identity primary key,
    code    text collate "C" not null unique,
    name    text not null,
    tier    text collate "C" not null,
    lead_id bigint references people.person,
    zone    text collate "C" not null default 'Asia/Shanghai',
    active  boolean not null default true,
    version int not null default 1
);

create table people.team_member (
    team_id   bigint not null references people.team,
    person_id bigint not null references people.person,
    primary key (team_id, person_id)
);
create index team_member_by_person on people.team_member (person_id);

-- A span of the weekly roster, in minutes of the team's day; one that ends no later than it starts ends on the next day.
create table people.duty (
    team_id   bigint not null references people.team,
    person_id bigint not null references people.person,
    weekday   int not null check (weekday between 1 and 7),
    starts    int not null check (starts between 0 and 1439),
    ends      int not null check (ends between 1 and 1440),
    primary key (team_id, weekday, starts, person_id)
);
create index duty_by_person on people.duty (person_id);

create table people.participant (
    kind      text collate "C" not null,
    subject   bigint not null,
    person_id bigint not null references people.person,
    role      text collate "C" not null,
    since     timestamptz not null,
    primary key (kind, subject, person_id, role)
);
create index participant_by_person on people.participant (person_id, kind, subject);

-- How somebody proves who they are: issuer 'password' is ours, its subject the person's number.
create table people.identity (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references people.person,
    issuer     text collate "C" not null,
    subject    text collate "C" not null,
    secret     text,
    changed_at timestamptz not null,
    unique (issuer, subject)
);
create index identity_by_person on people.identity (person_id);

create table people.session (
    id         bigint generated always as identity primary key,
    hash       bytea not null unique,
    person_id  bigint not null references people.person,
    created_at timestamptz not null,
    last_seen  timestamptz not null,
    expires_at timestamptz not null,
    agent      text not null,
    address    text not null
);
create index session_by_person on people.session (person_id);
create index session_by_expiry on people.session (expires_at);

-- A browser from which this person has signed in before: an attack from elsewhere does not slow it.
create table people.device (
    hash      bytea not null,
    person_id bigint not null references people.person,
    last_used timestamptz not null,
    primary key (hash, person_id)
);
create index device_by_person on people.device (person_id);

-- Failed sign-ins, by a hash of where they come from and what they are aimed at.
create table people.failure (
    hash     bytea primary key,
    count    int not null,
    last_at  timestamptz not null,
    free_at  timestamptz not null
);
create index failure_by_age on people.failure (last_at);

create table people.token (
    id         bigint generated always as identity primary key,
    hash       bytea not null unique,
    person_id  bigint not null references people.person,
    name       text not null,
    scope      text collate "C" not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used  timestamptz
);
create index token_by_person on people.token (person_id);

-- A one-time link; what makes it secret is a key outside of the database.
create table people.invitation (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references people.person,
    purpose    text collate "C" not null,
    created_by bigint not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index invitation_by_person on people.invitation (person_id);

insert into people.role (code, permissions) values
    ('requester', '{request}'),
    ('engineer', '{request,ticket_work}'),
    ('dispatcher', '{request,ticket_work,ticket_dispatch,ticket_see_all}'),
    ('lead', '{request,ticket_work,ticket_dispatch,report_see}'),
    ('manager', '{request,ticket_work,ticket_dispatch,ticket_see_all,ticket_restrict,report_see}'),
    ('auditor', '{ticket_see_all,report_see,audit_see}'),
    ('admin', '{request,desk_configure,people_edit,admin,audit_see,report_see,ticket_see_all,ticket_dispatch,ticket_work}');

grant usage on schema people to ${app};
grant select, insert, update, delete on all tables in schema people to ${app};
grant usage on all sequences in schema people to ${app};
