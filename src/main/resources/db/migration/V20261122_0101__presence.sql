-- Which page of whom shows which ticket just now. Nothing of it is worth a line of the log, nor does it outlive a crash.
create unlogged table ticket.presence (
    person_id bigint not null,
    page      uuid not null,
    number    bigint not null,
    typing    boolean not null,
    seen_at   timestamptz not null,
    primary key (person_id, page)
);
create index presence_by_ticket on ticket.presence (number);

grant select, insert, update, delete on ticket.presence to ${app};
