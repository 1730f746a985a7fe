-- A merge looks for everybody's drafts of a ticket by their names.
create index draft_by_name on people.draft (name);
