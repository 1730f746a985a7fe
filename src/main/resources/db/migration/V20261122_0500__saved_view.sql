-- A list under a name: somebody's, or a team's. What it shows is the query of its address, read anew each time, so that a condition
-- that nobody understands any more is told and not a fault.
create table ticket.saved_view (
  id bigint generated always as identity primary key,
  version int not null default 1,
  name text not null check (length(name) between 1 and 60),
  address text not null check (length(address) <= 4000),
  owner_id bigint references people.person,
  team_id bigint references people.team,
  shared boolean not null default false,
  made_by bigint not null references people.person,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  check ((owner_id is null) <> (team_id is null))
);
create index saved_view_owner on ticket.saved_view (owner_id, id) where removed_at is null;
create index saved_view_team on ticket.saved_view (team_id, id) where removed_at is null;

grant select, insert, update, delete on ticket.saved_view to ${app};
grant usage on all sequences in schema ticket to ${app};
