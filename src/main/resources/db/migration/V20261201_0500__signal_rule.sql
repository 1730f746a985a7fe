-- What the desk makes of alerts: the first rule that says something about an effect decides it.
create table signal.rule (
    id bigint generated always as identity primary key,
    place integer not null,
    name text not null check (length(name) between 1 and 80),
    matchers text[] not null,
    service_id bigint references asset.service,
    severity text collate "C" check (severity in ('critical', 'major', 'warning', 'info')),
    opens boolean,
    impact text collate "C" check (impact in ('high', 'medium', 'low')),
    urgency text collate "C" check (urgency in ('high', 'medium', 'low')),
    team_id bigint references people.team,
    active boolean not null default true,
    version integer not null default 1
);

-- How bad the sender says it is; severity is what the rules make of that.
alter table signal.alert add column said text collate "C" check (said in ('critical', 'major', 'warning', 'info', 'unknown'));
update signal.alert set said = severity;
alter table signal.alert alter column said set not null;

grant select, insert, update, delete on signal.rule to ${app};
