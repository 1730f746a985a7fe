-- What is asked beside title and words, by category and kind. What is being worked out stands in draft; what is asked is a version.
create table ticket.form (
  id bigint generated always as identity primary key,
  code text collate "C" not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  name text not null check (length(name) between 1 and 80),
  category_id bigint references ticket.category,
  kind text collate "C" check (kind in ('incident', 'request', 'question', 'complaint', 'task')),
  icon text collate "C" not null,
  place int not null default 100,
  listed boolean not null default true,
  active boolean not null default true,
  revision int not null default 1,
  draft jsonb not null,
  current_id bigint
);

-- Never changed and never deleted: tickets show what was asked then.
create table ticket.form_version (
  id bigint generated always as identity primary key,
  form_id bigint not null references ticket.form,
  number int not null,
  name text not null,
  definition jsonb not null,
  at timestamptz not null,
  by_id bigint not null,
  unique (form_id, number),
  unique (form_id, id)
);
alter table ticket.form add foreign key (id, current_id) references ticket.form_version (form_id, id);

-- What a ticket answers, and which version asked.
create table ticket.form_answer (
  number bigint primary key references ticket.ticket,
  version_id bigint not null references ticket.form_version,
  answers jsonb not null
);
create index form_answer_version on ticket.form_answer (version_id);

grant select, insert, update on ticket.form, ticket.form_answer to ${app};
grant select, insert on ticket.form_version to ${app};
grant usage on all sequences in schema ticket to ${app};
