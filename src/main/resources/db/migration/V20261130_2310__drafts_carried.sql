-- What of a draft was begun in other forms, so that it finds its way back when a merge is taken back.
alter table people.draft add column carried jsonb;
