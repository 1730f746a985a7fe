-- How a date on a merged ticket stood, and the one there with which it was joined: both stand so again when the merge is taken back.
create table ticket.follow_up_carried (
  number bigint not null references ticket.ticket,
  person_id bigint not null,
  into_number bigint not null,
  due_at timestamptz not null,
  note text not null,
  told_at timestamptz,
  there_due_at timestamptz,
  there_note text,
  there_told_at timestamptz,
  primary key (number, person_id)
);
insert into ticket.follow_up_carried (number, person_id, into_number, due_at, note, told_at)
select came_from, person_id, number, due_at, note, told_at from ticket.follow_up where came_from is not null
on conflict (number, person_id) do nothing;
alter table ticket.follow_up drop column came_from;

grant select, insert, update, delete on ticket.follow_up_carried to ${app};
