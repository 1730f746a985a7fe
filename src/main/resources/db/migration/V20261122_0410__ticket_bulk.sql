-- One act on many tickets: what, by whom, and the list as it was when it began.
create table ticket.bulk (
  id bigint generated always as identity primary key,
  person_id bigint not null references people.person,
  at timestamptz not null,
  what jsonb not null,
  undoes bigint unique references ticket.bulk,
  total int not null,
  cancelled_at timestamptz,
  ended_at timestamptz
);
create index bulk_person on ticket.bulk (person_id, id desc);
create index bulk_running on ticket.bulk (id) where ended_at is null;

-- What became of each ticket, and what would take it back. An own order stands only where a bulk act is taken back.
create table ticket.bulk_item (
  bulk_id bigint not null references ticket.bulk,
  place int not null,
  number bigint not null,
  what jsonb,
  seen int,
  attempts int not null default 0,
  outcome text collate "C" check (outcome in ('done', 'unchanged', 'refused')),
  problem text,
  arguments jsonb,
  version int,
  back jsonb,
  primary key (bulk_id, place)
) with (fillfactor = 70);
create index bulk_item_waiting on ticket.bulk_item (bulk_id, place) where outcome is null;

grant select, insert, update, delete on ticket.bulk, ticket.bulk_item to ${app};
grant usage on all sequences in schema ticket to ${app};
