-- Incidents on things that are monitored, each with the warning that came before it, if one did.
create table signal.foreseen (
    ticket bigint primary key references ticket.ticket,
    opened_at timestamptz not null,
    warning bigint references ticket.ticket,
    warned_at timestamptz,
    check ((warning is null) = (warned_at is null)),
    check (warned_at <= opened_at)
);
create index foreseen_opened on signal.foreseen (opened_at);

create index incident_warning on signal.incident (opened_at) where warning;
create index alert_service on signal.alert (service_id, began_at) where service_id is not null;

create view signal.foreseen_published as
    select ticket as number, opened_at, warning, warned_at from signal.foreseen;

grant select, insert, update, delete on signal.foreseen to ${app};
grant select on signal.foreseen_published to ${app};
