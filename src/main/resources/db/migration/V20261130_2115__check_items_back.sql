-- A point of a checklist that was removed stays, so that it comes back ticked and in its place.
alter table ticket.check_item add column removed_at timestamptz;
