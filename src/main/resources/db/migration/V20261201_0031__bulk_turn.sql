-- Bulk acts take turns: whoever had the last one waits until all others had theirs.
create sequence ticket.bulk_turn;
alter table ticket.bulk add column turn bigint not null default 0;
drop index ticket.bulk_running;
create index bulk_running on ticket.bulk (turn, id) where ended_at is null;
grant usage on sequence ticket.bulk_turn to ${app};
