-- Time that was written down and taken back stays, so that taking it back can be undone.
alter table ticket.effort add column removed_at timestamptz;

-- What was removed is listed with the views, too.
create index saved_view_removed on ticket.saved_view (removed_at) where removed_at is not null;
