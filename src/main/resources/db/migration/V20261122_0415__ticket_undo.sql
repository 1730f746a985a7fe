-- How a ticket stood before the last act of a person on it, so that they can take it back for a while.
create table ticket.undo (
  number bigint primary key references ticket.ticket,
  version int not null,
  person_id bigint not null,
  act text collate "C" not null,
  at timestamptz not null,
  before jsonb not null
);

grant select, insert, update, delete on ticket.undo to ${app};
