-- How long looks that went well took, and since when a probe is described as it is: that is its past, by which it is judged.
alter table signal.probe_hour add column good_millis bigint not null default 0;
update signal.probe_hour set good_millis = millis where failed = 0;
alter table signal.probe add column described_at timestamptz not null default now();
alter table signal.probe alter column described_at drop default;
alter table signal.probe add column is_degraded boolean not null default false;
alter table signal.probe add column unusual integer not null default 0;
