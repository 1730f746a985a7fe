-- What people wish for; others add their voice, and the desk answers each.
create table feedback.suggestion (
    id bigint generated always as identity primary key,
    title text not null check (length(title) between 1 and 200),
    words text not null check (length(words) <= 4000),
    by_id bigint not null references people.person,
    at timestamptz not null,
    state text collate "C" not null default 'open',
    answer text not null default '' check (length(answer) <= 4000),
    answered_by bigint references people.person,
    answered_at timestamptz,
    votes int not null default 0,
    version int not null default 1
);
create index suggestion_votes on feedback.suggestion (votes desc, id desc);
create index suggestion_by on feedback.suggestion (by_id, at);

create table feedback.vote (
    suggestion bigint not null references feedback.suggestion,
    person_id bigint not null references people.person,
    at timestamptz not null,
    primary key (suggestion, person_id)
);

grant select, insert, update, delete on feedback.suggestion, feedback.vote to ${app};
grant usage on all sequences in schema feedback to ${app};
