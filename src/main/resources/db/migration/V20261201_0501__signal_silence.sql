-- When nobody is called although something is wrong, because somebody knows.
create table signal.silence (
    id bigint generated always as identity primary key,
    kind text collate "C" not null check (kind in ('silence', 'maintenance')),
    service_id bigint references asset.service,
    matchers text[] not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at >= starts_at),
    reason text not null check (length(reason) between 1 and 500),
    person_id bigint,
    begun boolean not null default false,
    replayed boolean not null default false,
    version integer not null default 1,
    created_at timestamptz not null,
    check (kind <> 'maintenance' or service_id is not null)
);
create index silence_ahead on signal.silence (starts_at) where not replayed;
create index silence_ended on signal.silence (ends_at desc);

alter table signal.alert add column silence_id bigint references signal.silence;
create index alert_silence on signal.alert (silence_id) where silence_id is not null;

grant select, insert, update, delete on signal.silence to ${app};
grant usage on all sequences in schema signal to ${app};
