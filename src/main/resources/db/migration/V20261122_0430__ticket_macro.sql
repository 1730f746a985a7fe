-- Words that are said again and again, of one team or of everybody.
create table ticket.canned (
  id bigint generated always as identity primary key,
  team_id bigint references people.team,
  name text not null check (length(name) between 1 and 80),
  body text not null check (length(body) between 1 and 10000),
  active boolean not null default true
);

-- Several acts at once, of one team or of everybody.
create table ticket.macro (
  id bigint generated always as identity primary key,
  team_id bigint references people.team,
  name text not null check (length(name) between 1 and 80),
  orders jsonb not null,
  active boolean not null default true
);

insert into ticket.canned (name, body) values
  ('已收到', '{requester}，您好：已收到您的{number}，正在查看，有进展马上告诉您。'),
  ('请补充信息', '{requester}，您好：请补充出问题的时间、页面截图和报错的原文，我们好继续查。'),
  ('请确认', '{requester}，您好：{title}已经处理，请您试一下，有问题直接在这里回复。');

grant select, insert, update, delete on ticket.canned, ticket.macro to ${app};
grant usage on all sequences in schema ticket to ${app};
