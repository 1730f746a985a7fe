-- Each ticket of a bulk act keeps how it stood, for as long as the whole can be taken back; what takes it back names its place there.
alter table ticket.bulk_item
  add column before jsonb,
  add column of_place int,
  drop constraint bulk_item_outcome_check,
  add constraint bulk_item_outcome_check check (outcome in ('done', 'unchanged', 'refused', 'taken_back'));
alter table ticket.bulk add column remembers boolean not null default true;
create index bulk_remembers on ticket.bulk (ended_at) where remembers;
