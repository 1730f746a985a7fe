-- An alert whose service rests on one that is itself failing: the alert there is the reason.
create table signal.fold (
    alert_id bigint primary key references signal.alert on delete cascade,
    under_id bigint not null references signal.alert on delete cascade,
    joined boolean not null,
    released boolean not null default false,
    check (alert_id <> under_id)
);
create index fold_under on signal.fold (under_id);
create index alert_failing on signal.alert (service_id)
    where state <> 'resolved' and severity in ('critical', 'major', 'unknown') and service_id is not null;

grant select, insert, update, delete on signal.fold to ${app};
