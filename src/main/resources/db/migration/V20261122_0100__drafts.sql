-- What somebody typed and has not sent yet, one row a form. Nobody but that person ever reads it.
create table people.draft (
    person_id bigint not null references people.person,
    name      text collate "C" not null,
    fields    jsonb not null,
    version   int not null,
    saved_at  timestamptz not null,
    primary key (person_id, name)
);
create index draft_by_age on people.draft (saved_at);

grant select, insert, update, delete on people.draft to ${app};
