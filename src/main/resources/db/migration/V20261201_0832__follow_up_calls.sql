-- Whom the desk rings up after a ticket is closed, and why; one that waits for each ticket, and those that were made.
create table feedback.call (
    id bigint generated always as identity primary key,
    ticket bigint not null references ticket.ticket,
    person_id bigint not null references people.person,
    reason text collate "C" not null,
    asked_at timestamptz not null,
    due_at timestamptz not null,
    attempts int not null default 0,
    result text collate "C",
    words text not null default '' check (length(words) <= 2000),
    done_at timestamptz,
    done_by bigint references people.person,
    check ((result is null) = (done_at is null))
);
create unique index call_waiting on feedback.call (ticket) where result is null;
create index call_ticket on feedback.call (ticket);
create index call_due on feedback.call (due_at) where result is null;

alter table feedback.practice
    add column call_percent int not null default 70 check (call_percent between 0 and 100),
    add column call_vips boolean not null default true,
    add column call_low boolean not null default true;

-- Published for report: no words, no persons.
create view feedback.call_published as
    select ticket as number, done_at, result <> 'unreachable' as reached from feedback.call where result is not null;

grant select, insert, update, delete on feedback.call to ${app};
grant select on feedback.call_published to ${app};
grant usage on all sequences in schema feedback to ${app};
