-- When the first of its alerts began.
alter table signal.incident add column began_at timestamptz;
update signal.incident i set began_at = (select min(a.began_at) from signal.alert a where a.incident_id = i.id);

create view signal.first_signal_published as
    select ticket as number, began_at as at from signal.incident where not warning and began_at is not null;

-- When a service did not work, as its incident says, and as somebody corrected that.
create table signal.outage (
    ticket bigint primary key references ticket.ticket,
    service_id bigint not null references asset.service,
    began_at timestamptz not null,
    ended_at timestamptz check (ended_at >= began_at),
    said_began_at timestamptz,
    said_ended_at timestamptz,
    none boolean not null default false,
    reason text check (length(reason) between 1 and 500),
    person_id bigint,
    version integer not null default 1,
    check ((reason is null) = (person_id is null)),
    check (reason is not null or (said_began_at is null and said_ended_at is null and not none))
);
create index outage_service on signal.outage (service_id, began_at);
create index outage_began on signal.outage (began_at);

create index silence_planned on signal.silence (starts_at) where kind = 'maintenance';

grant select, insert, update, delete on signal.outage to ${app};
grant select on signal.first_signal_published to ${app};
