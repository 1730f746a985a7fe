-- A ticket that goes on in another one; how it stood, so that it can go back to that.
create table ticket.merge (
  number bigint primary key references ticket.ticket,
  into_number bigint not null references ticket.ticket,
  at timestamptz not null,
  by_id bigint not null,
  stage text collate "C" not null,
  since timestamptz not null,
  engineer_id bigint,
  hold_for text collate "C",
  hold_reason text,
  return_at timestamptz,
  check (number <> into_number)
);
create index merge_into on ticket.merge (into_number);

-- What was said on one ticket and became another; the words themselves were moved and know where they are.
create table ticket.split (
  into_number bigint primary key references ticket.ticket,
  number bigint not null references ticket.ticket,
  comments bigint[] not null,
  at timestamptz not null,
  by_id bigint not null,
  undone_at timestamptz,
  check (number <> into_number)
);
create index split_number on ticket.split (number);

grant select, insert, update, delete on ticket.merge, ticket.split to ${app};
