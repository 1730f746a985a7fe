-- A warning is gathered like an incident; its ticket is a task.
alter table signal.incident add column warning boolean not null default false;
alter table signal.rule add column warns boolean;

-- What is promised of a warning: somebody looks before users notice, and outside the targets of incidents.
insert into sla.agreement (code, name, standard)
select 'warning', '预警', false where not exists (select 1 from sla.agreement where code = 'warning');

insert into sla.terms (agreement, version, calendar, made_by, made_at)
select a.id, 1, '24x7', 0, '2026-01-01 00:00:00+00' from sla.agreement a
 where a.code = 'warning' and not exists (select 1 from sla.terms t where t.agreement = a.id);

insert into sla.budget (terms, metric, priority, seconds)
select t.id, b.metric, b.priority, b.minutes * 60
  from sla.terms t join sla.agreement a on a.id = t.agreement,
       (values ('response', 'urgent', 60), ('response', 'important', 240), ('response', 'normal', 480),
               ('resolution', 'urgent', 480), ('resolution', 'important', 1440), ('resolution', 'normal', 4320))
           as b (metric, priority, minutes)
 where a.code = 'warning' and not exists (select 1 from sla.budget e where e.terms = t.id);

-- Before all others: it fits nothing but warnings.
update sla.selection set place = -1 - place;
update sla.selection set place = 1 - place;
insert into sla.selection (place, agreement, kind) select 1, a.id, 'warning' from sla.agreement a where a.code = 'warning';
update sla.revision set value = value + 1;
