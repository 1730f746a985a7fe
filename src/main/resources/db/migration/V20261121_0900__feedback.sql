create schema feedback;

-- What the requester thinks of it: one rating a ticket, the newest word counts.
create table feedback.rating (
  number bigint primary key references ticket.ticket,
  by_id bigint not null references people.person,
  stars int not null check (stars between 1 and 5),
  words text not null default '' check (length(words) <= 2000),
  first_at timestamptz not null,
  rated_at timestamptz not null,
  check (rated_at >= first_at)
);
create index rating_rated on feedback.rating (rated_at);

-- Published for report: no words.
create view feedback.published as
  select number, stars, rated_at, by_id from feedback.rating;

grant usage on schema feedback to ${app};
grant select, insert, update, delete on all tables in schema feedback to ${app};
grant usage on all sequences in schema feedback to ${app};
