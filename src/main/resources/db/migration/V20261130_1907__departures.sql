-- Who has left and may still have open work, until all of it is back with its teams.
create table dispatch.departure (
  person_id bigint primary key,
  at timestamptz not null
);

grant select, insert, delete on dispatch.departure to ${app};
