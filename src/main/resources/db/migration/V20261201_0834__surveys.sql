-- Questions that are sent to some or all, by rule.
create table feedback.survey (
    id bigint generated always as identity primary key,
    name text not null check (length(name) between 1 and 100),
    intro text not null check (length(intro) <= 1000),
    sent_when text collate "C" not null,
    percent int not null check (percent between 1 and 100),
    active boolean not null,
    quarter text collate "C" not null default '',
    version int not null default 1
);
comment on column feedback.survey.quarter is 'the last quarter for which everybody was chosen, such as 2026Q4';

-- A question that was changed is another one: what was answered keeps its meaning.
create table feedback.question (
    id bigint generated always as identity primary key,
    survey bigint not null references feedback.survey,
    place int not null,
    kind text collate "C" not null,
    text text not null check (length(text) between 1 and 300),
    choices text[] not null default '{}',
    asked boolean not null default true
);
create index question_of on feedback.question (survey, place);

-- One survey to one person, answered once; with what it is about as it was then.
create table feedback.survey_sent (
    id bigint generated always as identity primary key,
    survey bigint not null references feedback.survey,
    person_id bigint not null references people.person,
    ticket bigint references ticket.ticket,
    quarter text collate "C" not null default '',
    organization_id bigint references people.organization,
    team_id bigint references people.team,
    service_id bigint,
    engineer_id bigint references people.person,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    check ((ticket is null) = (quarter <> ''))
);
create unique index survey_sent_ticket on feedback.survey_sent (survey, ticket) where ticket is not null;
create unique index survey_sent_quarter on feedback.survey_sent (survey, person_id, quarter) where ticket is null;
create index survey_sent_person on feedback.survey_sent (person_id, sent_at desc);
create index survey_sent_at on feedback.survey_sent (survey, sent_at);

create table feedback.survey_answer (
    sent bigint not null references feedback.survey_sent,
    question bigint not null references feedback.question,
    number int,
    words text check (length(words) <= 2000),
    primary key (sent, question),
    check (num_nonnulls(number, words) = 1)
);

-- What comments are about, by words that an administrator lists.
create table feedback.theme (
    id bigint generated always as identity primary key,
    name text not null check (length(name) between 1 and 60),
    words text[] not null,
    version int not null default 1
);

grant select, insert, update, delete on feedback.survey, feedback.question, feedback.survey_sent, feedback.survey_answer, feedback.theme to ${app};
grant usage on all sequences in schema feedback to ${app};
