-- What wants a skill is taken away by somebody, not by itself: so each of it is in the audit, and can be taken back.
alter table dispatch.want drop constraint want_skill_id_fkey;
alter table dispatch.want add foreign key (skill_id) references people.skill;

-- How canned replies and macros were worded: the journal keeps the number, the text stays here.
create table ticket.wording (
  id bigint generated always as identity primary key,
  kind text collate "C" not null check (kind in ('canned', 'macro')),
  subject bigint not null,
  name text not null,
  body text not null
);
create index wording_subject on ticket.wording (kind, subject);
comment on column ticket.wording.body is 'of a macro the acts as JSON';

grant select, insert on ticket.wording to ${app};
grant usage on all sequences in schema ticket to ${app};
