-- Who asked to be quicker, and when.
create table ticket.nudge (
  id bigint generated always as identity primary key,
  number bigint not null references ticket.ticket,
  person_id bigint not null,
  at timestamptz not null
);
create index nudge_number on ticket.nudge (number, id);

-- After how many hours without a word to the requester somebody is reminded; no row: never.
create table ticket.silence_limit (
  priority text collate "C" primary key check (priority in ('urgent', 'important', 'normal')),
  hours int not null check (hours between 1 and 1000)
);
insert into ticket.silence_limit (priority, hours) values ('urgent', 2), ('important', 8), ('normal', 24);

-- When each open ticket has been silent for too long; told once for each silence.
create table ticket.silence (
  number bigint primary key references ticket.ticket,
  since timestamptz not null,
  due_at timestamptz
);
create index silence_due on ticket.silence (due_at) where due_at is not null;

grant select, insert, update, delete on ticket.nudge, ticket.silence_limit, ticket.silence to ${app};
grant usage on all sequences in schema ticket to ${app};
