-- How tickets stand to one another, each pair once a relation; what has no direction begins at the smaller number.
create table ticket.link (
  id bigint generated always as identity primary key,
  from_number bigint not null references ticket.ticket,
  relation text collate "C" not null check (relation in ('duplicate_of', 'caused_by', 'related', 'child_of')),
  to_number bigint not null references ticket.ticket,
  at timestamptz not null,
  by_id bigint not null,
  check (from_number <> to_number),
  check (relation <> 'related' or from_number < to_number),
  unique (from_number, relation, to_number)
);
create index link_to on ticket.link (to_number);
-- A ticket has one parent.
create unique index link_parent on ticket.link (from_number) where relation = 'child_of';

grant select, insert, update, delete on ticket.link to ${app};
