-- Formal: told to the leader, with clocks of its own, answered in writing by somebody who is not complained of.
create table feedback.complaint (
    number bigint generated always as identity (start with 1001) primary key,
    ticket bigint references ticket.ticket,
    complainer_id bigint not null references people.person,
    organization_id bigint references people.organization,
    team_id bigint references people.team,
    against_id bigint references people.person,
    cause text collate "C" not null,
    title text not null check (length(title) between 1 and 200),
    words text not null check (length(words) <= 8000),
    handler_id bigint references people.person,
    received_at timestamptz not null,
    answered_at timestamptz,
    concluded_at timestamptz,
    result text collate "C",
    satisfied boolean,
    satisfied_at timestamptz,
    version int not null default 1,
    check ((concluded_at is null) = (result is null)),
    check ((satisfied is null) = (satisfied_at is null)),
    check (satisfied is null or concluded_at is not null)
);
create index complaint_received on feedback.complaint (received_at desc);
create index complaint_open on feedback.complaint (number) where concluded_at is null;
create index complaint_complainer on feedback.complaint (complainer_id, number desc);
create index complaint_ticket on feedback.complaint (ticket) where ticket is not null;

-- Everything that was done about it, in order; what is said to the complainer stands here too.
create table feedback.complaint_step (
    id bigint generated always as identity primary key,
    complaint bigint not null references feedback.complaint,
    kind text collate "C" not null,
    words text not null check (length(words) <= 8000),
    by_id bigint not null,
    person_id bigint references people.person,
    at timestamptz not null
);
create index complaint_step_of on feedback.complaint_step (complaint, id);

-- Informal, one line; settled in words, or it becomes a complaint when nobody did so in time.
create table feedback.grievance (
    id bigint generated always as identity primary key,
    ticket bigint not null references ticket.ticket,
    words text not null check (length(words) between 1 and 200),
    by_id bigint not null references people.person,
    noted_at timestamptz not null,
    due_at timestamptz not null,
    settled_at timestamptz,
    settled_by bigint references people.person,
    settled_words text check (length(settled_words) <= 2000),
    complaint bigint references feedback.complaint,
    check ((settled_at is null) = (settled_by is null))
);
create index grievance_ticket on feedback.grievance (ticket, id);
create index grievance_due on feedback.grievance (due_at) where settled_at is null and complaint is null;

-- How the desk deals with what it hears: one row.
create table feedback.practice (
    only_one boolean primary key default true check (only_one),
    grievance_hours int not null default 8 check (grievance_hours between 1 and 400),
    version int not null default 1
);
insert into feedback.practice default values;

grant select, insert, update, delete on feedback.complaint, feedback.complaint_step, feedback.grievance, feedback.practice to ${app};
grant usage on all sequences in schema feedback to ${app};
