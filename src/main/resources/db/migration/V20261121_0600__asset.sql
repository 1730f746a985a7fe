create schema asset;

create table asset.service (
    id bigint generated always as identity primary key,
    code text collate "C" not null unique check (code ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
    name text not null check (length(name) between 1 and 80),
    critical boolean not null default false,
    owner_id bigint references people.person,
    active boolean not null default true,
    version integer not null default 1
);

-- Who cares for a service, first line first.
create table asset.service_team (
    service_id bigint not null references asset.service on delete cascade,
    place integer not null,
    team_id bigint not null references people.team,
    primary key (service_id, place),
    unique (service_id, team_id)
);

create index service_team_by_team on asset.service_team (team_id);

grant usage on schema asset to ${app};
grant select, insert, update, delete on all tables in schema asset to ${app};
grant usage on all sequences in schema asset to ${app};
