-- What a ticket is found by stands beside it: an act on the ticket then leaves the index of its words alone.
create table ticket.words (
  number bigint primary key references ticket.ticket,
  -- What may be found by whoever sees the ticket, and what only the desk finds.
  words tsvector not null default ''::tsvector,
  inner_words tsvector not null default ''::tsvector
);
insert into ticket.words (number, words, inner_words) select number, words, inner_words from ticket.ticket;
alter table ticket.ticket drop column words, drop column inner_words;
create index words_words on ticket.words using gin (words) with (fastupdate = off);
create index words_inner_words on ticket.words using gin (inner_words) with (fastupdate = off);

grant select, insert, update, delete on ticket.words to ${app};
