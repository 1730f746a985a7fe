create index alert_name on signal.alert ((coalesce(labels ->> 'alertname', title)), id desc);
create index alert_began on signal.alert (began_at);

create view signal.alert_published as
    select a.id, coalesce(a.labels ->> 'alertname', a.title) as name, a.severity, a.flapping, a.began_at, i.ticket as number
      from signal.alert a left join signal.incident i on i.id = a.incident_id;

create view signal.incident_published as
    select ticket as number, warning, began_at, opened_at from signal.incident;

grant select on signal.alert_published, signal.incident_published to ${app};
