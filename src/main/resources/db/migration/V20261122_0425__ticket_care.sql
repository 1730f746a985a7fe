-- What is to be done on a ticket, point by point.
create table ticket.check_item (
  id bigint generated always as identity primary key,
  number bigint not null references ticket.ticket,
  text text not null check (length(text) between 1 and 200),
  done_at timestamptz,
  done_by bigint
);
create index check_item_number on ticket.check_item (number, id);

-- Who spent how many minutes on a ticket.
create table ticket.effort (
  id bigint generated always as identity primary key,
  number bigint not null references ticket.ticket,
  person_id bigint not null,
  minutes int not null check (minutes between 1 and 1440),
  note text not null default '',
  at timestamptz not null
);
create index effort_number on ticket.effort (number, id);

-- When a ticket comes back to somebody's mind.
create table ticket.follow_up (
  number bigint not null references ticket.ticket,
  person_id bigint not null,
  due_at timestamptz not null,
  note text not null default '',
  told_at timestamptz,
  primary key (number, person_id)
);
create index follow_up_due on ticket.follow_up (due_at) where told_at is null;
create index follow_up_person on ticket.follow_up (person_id, due_at);

grant select, insert, update, delete on ticket.check_item, ticket.effort, ticket.follow_up to ${app};
grant usage on all sequences in schema ticket to ${app};
