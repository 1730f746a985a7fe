-- Since when open clocks of an agreement hang on a ladder that holds no longer; null where all hang on the one that holds.
alter table sla.agreement add column ladder_changed_at timestamptz;
