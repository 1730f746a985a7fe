-- Where a draft was begun, so that its writer finds back from the list of all that they have not sent.
alter table people.draft add column page text, add column about text;
