-- Who is told at which moment of a promise: p75 percent of the budget, b30 and a15 minutes before and after it is due.
create table sla.rung (
    agreement bigint not null references sla.agreement,
    place     int not null,
    metric    text collate "C" not null check (metric in ('response', 'resolution')),
    mark      text collate "C" not null check (mark ~ '^[pba][0-9]{1,5}$'),
    whom      text collate "C" not null check (whom in ('assignee', 'on_duty', 'lead', 'manager', 'person')),
    person_id bigint references people.person,
    primary key (agreement, place),
    check ((whom = 'person') = (person_id is not null))
);

-- What was hard-wired until now, with the minutes that were set.
insert into sla.rung (agreement, place, metric, mark, whom)
select a.id, row_number() over (partition by a.id order by m.place, r.place) - 1, m.metric, r.mark, r.whom
from sla.agreement a
cross join (values (1, 'response'), (2, 'resolution')) as m (place, metric)
cross join (select 1 as place, 'p50' as mark, 'assignee' as whom union all select 2, 'p75', 'assignee'
            union all select 3, 'p100', 'assignee' union all select 4, 'p100', 'lead'
            union all select 5, 'a' || manager_after, 'manager' from dispatch.setting) as r;

alter table sla.clock
    add column climbed text collate "C" not null default '',
    add column rung_at timestamptz;
comment on column sla.clock.climbed is 'the levels of the ladder that are behind it; each is told once';
comment on column sla.clock.rung_at is 'when the next level is to be told';

update sla.clock c set climbed =
    case when c.told >= 50 then 'p50' else '' end
    || case when c.told >= 75 then ' p75' else '' end
    || case when c.told >= 100 then ' p100' else '' end
    || case when c.told >= 100 and c.due_at <= now() - make_interval(mins => s.manager_after) then ' a' || s.manager_after else '' end
from dispatch.setting s where c.told > 0;

update sla.clock c set rung_at =
    case when c.told < 50 then c.half_at
         when c.told < 75 then c.three_quarters_at
         when c.told < 100 then c.due_at + interval '1 microsecond'
         when c.due_at > now() - make_interval(mins => s.manager_after)
             then c.due_at + make_interval(mins => s.manager_after) + interval '1 microsecond' end
from dispatch.setting s where c.stopped_at is null and c.origin <> 'import';

create index clock_rung on sla.clock (rung_at) where rung_at is not null;

-- What waited for its moment waits at the clock now.
delete from dispatch.escalation where due_at is not null;
alter table dispatch.escalation add column mark text collate "C";
update dispatch.escalation e set mark = case when e.level = 'manager' then 'a' || s.manager_after else 'p' || e.percent end
from dispatch.setting s;
alter table dispatch.escalation alter column mark set not null;
alter table dispatch.escalation drop constraint escalation_pkey;
alter table dispatch.escalation add primary key (ticket, metric, level, mark);
alter table dispatch.escalation drop column percent, drop column due_at;
alter table dispatch.setting drop column manager_after;

grant select, insert, update, delete on all tables in schema sla to ${app};
