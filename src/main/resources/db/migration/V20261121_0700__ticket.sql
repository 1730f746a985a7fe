create schema ticket;

create sequence ticket.number start 10001;

-- The category tree; a code is what the API and the rules speak.
create table ticket.category (
  id bigint generated always as identity primary key,
  code text collate "C" not null unique check (code ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  parent_id bigint references ticket.category,
  name text not null check (length(name) between 1 and 80),
  place int not null default 100,
  active boolean not null default true
);

-- What a new desk begins with; all of it can be changed.
insert into ticket.category (code, name, place) values
  ('hardware', '硬件', 100), ('software', '软件', 200), ('network', '网络', 300), ('account', '账号与权限', 400),
  ('mail', '邮件', 500), ('printing', '打印', 600), ('other', '其他', 900);
insert into ticket.category (code, parent_id, name, place)
select c.code, p.id, c.name, c.place
  from (values
    ('hardware.computer', 'hardware', '电脑', 110), ('hardware.peripheral', 'hardware', '外设', 120),
    ('hardware.server', 'hardware', '服务器', 130), ('software.office', 'software', '办公软件', 210),
    ('software.business', 'software', '业务系统', 220), ('software.system', 'software', '操作系统', 230),
    ('network.wired', 'network', '有线网络', 310), ('network.wireless', 'network', '无线网络', 320),
    ('network.vpn', 'network', '远程接入', 330), ('account.password', 'account', '密码与锁定', 410),
    ('account.access', 'account', '权限申请', 420), ('mail.sending', 'mail', '发送', 510),
    ('mail.receiving', 'mail', '接收', 520), ('mail.quota', 'mail', '空间', 530),
    ('printing.jam', 'printing', '卡纸', 610), ('printing.queue', 'printing', '打不出来', 620),
    ('printing.supply', 'printing', '耗材', 630)) as c (code, parent, name, place)
  join ticket.category p on p.code = c.parent;

-- Impact by urgency gives the priority.
create table ticket.matrix (
  impact text collate "C" not null check (impact in ('high', 'medium', 'low')),
  urgency text collate "C" not null check (urgency in ('high', 'medium', 'low')),
  priority text collate "C" not null check (priority in ('urgent', 'important', 'normal')),
  primary key (impact, urgency)
);
insert into ticket.matrix (impact, urgency, priority) values
  ('high', 'high', 'urgent'), ('high', 'medium', 'important'), ('high', 'low', 'normal'),
  ('medium', 'high', 'important'), ('medium', 'medium', 'normal'), ('medium', 'low', 'normal'),
  ('low', 'high', 'normal'), ('low', 'medium', 'normal'), ('low', 'low', 'normal');

-- The number is the key: people say it, the journal names it.
create table ticket.ticket (
  number bigint primary key default nextval('ticket.number'),
  draft_id uuid not null unique,
  version int not null default 1,
  origin text collate "C" not null check (origin in ('live', 'import', 'demo')),
  kind text collate "C" not null check (kind in ('incident', 'request', 'question', 'complaint', 'task')),
  title text not null check (length(title) between 1 and 200),
  description text not null default '' check (length(description) <= 50000),
  category_id bigint references ticket.category,
  service_id bigint references asset.service,
  organization_id bigint references people.organization,
  requester_id bigint not null references people.person,
  reporter_id bigint not null references people.person,
  source text collate "C" not null,
  started_at timestamptz,
  tags text[] not null default '{}',
  restricted boolean not null default false,
  vip boolean not null default false,
  impact text collate "C" not null check (impact in ('high', 'medium', 'low')),
  urgency text collate "C" not null check (urgency in ('high', 'medium', 'low')),
  priority text collate "C" not null check (priority in ('urgent', 'important', 'normal')),
  priority_reason text,
  team_id bigint references people.team,
  assignee_id bigint references people.person,
  placed int not null default 0,
  stage text collate "C" not null check (stage in ('waiting', 'working', 'on_hold', 'resolved', 'closed')),
  stage_at timestamptz not null,
  engineer_id bigint references people.person,
  hold_for text collate "C" check (hold_for in ('requester', 'supplier', 'change', 'other')),
  hold_reason text,
  return_at timestamptz,
  outcome text collate "C",
  cause text collate "C",
  solution text,
  ended_at timestamptz,
  ended_by bigint,
  closes_at timestamptz,
  opened_at timestamptz not null,
  accepted_at timestamptz,
  responded_at timestamptz,
  restored_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  due_at timestamptz,
  updated_at timestamptz not null,
  reopened int not null default 0,
  handed_over int not null default 0,
  comments int not null default 0,
  words tsvector not null default ''::tsvector,
  inner_words tsvector not null default ''::tsvector,
  check (stage <> 'working' or (engineer_id is not null and assignee_id = engineer_id)),
  check ((stage = 'on_hold') = (hold_for is not null)),
  check (stage not in ('resolved', 'closed') or outcome is not null)
) with (fillfactor = 85);

-- Open work is small; every list of it walks one of these. What runs no clock stands last.
create index ticket_open_due on ticket.ticket (coalesce(due_at, 'infinity'), number)
  where stage in ('waiting', 'working', 'on_hold') and not restricted;
create index ticket_open_team on ticket.ticket (team_id, coalesce(due_at, 'infinity'), number)
  where stage in ('waiting', 'working', 'on_hold');
create index ticket_open_assignee on ticket.ticket (assignee_id, coalesce(due_at, 'infinity'), number)
  where stage in ('waiting', 'working', 'on_hold');
create index ticket_open_unplaced on ticket.ticket (opened_at, number)
  where stage = 'waiting' and assignee_id is null;
create index ticket_team on ticket.ticket (team_id, number desc);
create index ticket_requester on ticket.ticket (requester_id, number desc);
create index ticket_reporter on ticket.ticket (reporter_id, number desc) where reporter_id <> requester_id;
create index ticket_opened on ticket.ticket (opened_at);
create index ticket_responded on ticket.ticket (responded_at);
create index ticket_restored on ticket.ticket (restored_at) where restored_at is not null;
create index ticket_returns on ticket.ticket (return_at) where stage = 'on_hold';
create index ticket_closes on ticket.ticket (closes_at) where stage = 'resolved';
-- What may be found by whoever sees the ticket, and what only the desk finds.
create index ticket_words on ticket.ticket using gin (words) with (fastupdate = off);
create index ticket_inner_words on ticket.ticket using gin (inner_words) with (fastupdate = off);

-- With whom it was, from when to when; one open row a ticket.
create table ticket.assignment (
  id bigint generated always as identity primary key,
  number bigint not null references ticket.ticket,
  team_id bigint references people.team,
  person_id bigint references people.person,
  at timestamptz not null,
  until timestamptz,
  by_id bigint not null
);
create unique index assignment_open on ticket.assignment (number) where until is null;
create index assignment_number on ticket.assignment (number, id);
create index assignment_person on ticket.assignment (person_id, at desc);

-- Why an act was done, in the person's words; the journal keeps no free text.
create table ticket.reason (
  number bigint not null references ticket.ticket,
  version int not null,
  body text not null,
  primary key (number, version)
);

create table ticket.comment (
  id bigint generated always as identity primary key,
  number bigint not null references ticket.ticket,
  at timestamptz not null,
  author_id bigint not null,
  audience text collate "C" not null check (audience in ('public', 'internal')),
  body text not null check (length(body) between 1 and 50000),
  mentions bigint[] not null default '{}'
);
create index comment_number on ticket.comment (number, id);

-- The bytes lie in the data folder under their hash; the row is written after they are durable.
create table ticket.attachment (
  id uuid primary key,
  number bigint references ticket.ticket,
  comment_id bigint references ticket.comment,
  audience text collate "C" not null check (audience in ('public', 'internal')),
  name text not null check (length(name) between 1 and 200),
  type text collate "C" not null,
  bytes bigint not null,
  sha256 text collate "C" not null,
  at timestamptz not null,
  by_id bigint not null
);
create index attachment_number on ticket.attachment (number);
create index attachment_loose on ticket.attachment (at) where number is null;

-- Where a ticket came from, so that an import can be run again without doubles; and what the other system said of it in its own
-- words, beside what we make of it.
create table ticket.imported (
  source text collate "C" not null,
  ref text collate "C" not null,
  number bigint not null unique references ticket.ticket,
  rows int not null,
  said_priority text,
  said_reassignments int,
  said_reopenings int,
  said_resolved_at timestamptz,
  said jsonb not null default '{}',
  primary key (source, ref)
);

-- The steps of an imported past, in the other system's words.
create table ticket.passage (
  number bigint not null references ticket.ticket,
  place int not null,
  at timestamptz not null,
  from_stage text collate "C" not null,
  to_stage text collate "C" not null,
  from_word text not null,
  to_word text not null,
  strayed boolean not null,
  primary key (number, place)
);

-- Published for report: one row a ticket, of its texts only the title.
create view ticket.published as
  select number, title, kind, stage, priority, impact, urgency, category_id, service_id, organization_id, requester_id, team_id, assignee_id,
         coalesce(engineer_id, ended_by) as engineer_id, restricted, source, origin, started_at, opened_at, accepted_at, responded_at,
         restored_at, resolved_at, closed_at, outcome, cause, reopened, handed_over
    from ticket.ticket;

grant usage on schema ticket to ${app};
grant select, insert, update, delete on all tables in schema ticket to ${app};
grant usage on all sequences in schema ticket to ${app};
