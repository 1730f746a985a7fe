-- Since when the alerts of an incident are no longer kept: what it counted stays.
alter table signal.incident add column forgotten_at timestamptz;
