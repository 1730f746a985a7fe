-- What one shift left to the next, with the work as it stood then.
create table ticket.shift_note (
    id                bigint generated always as identity primary key,
    team_id           bigint not null references people.team,
    words             text not null,
    written_by        bigint not null,
    written_at        timestamptz not null,
    open              bigint[] not null,
    risky             bigint[] not null,
    watched           bigint[] not null,
    returning_numbers bigint[] not null,
    taken_by          bigint,
    taken_at          timestamptz,
    check ((taken_by is null) = (taken_at is null))
);
create index shift_note_by_team on ticket.shift_note (team_id, id);

grant select, insert, update, delete on all tables in schema ticket to ${app};
grant usage on all sequences in schema ticket to ${app};
