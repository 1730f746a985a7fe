-- Whoever stands in or is away after all does so as it was entered.
alter table people.cover add column removed_at timestamptz;
alter table people.leave add column removed_at timestamptz;
