-- A date on which one wanted to look again, and no longer does, stays with its note, so that this can be undone.
alter table ticket.follow_up add column removed_at timestamptz;
