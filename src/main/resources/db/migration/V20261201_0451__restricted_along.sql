-- What became restricted because the ticket in which it goes on did, and is opened again with that one.
create table ticket.restricted_along (
  number bigint primary key references ticket.ticket,
  with_number bigint not null references ticket.ticket,
  check (number <> with_number)
);
create index restricted_along_with on ticket.restricted_along (with_number);

grant select, insert, update, delete on ticket.restricted_along to ${app};
