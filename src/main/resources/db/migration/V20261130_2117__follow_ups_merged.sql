-- One on a merged ticket goes along, and comes back when that is taken out again.
alter table ticket.follow_up add column came_from bigint;
