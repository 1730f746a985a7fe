-- What comes and goes so often that its being over means little.
alter table signal.alert add column flapping boolean not null default false;
create index incident_unsteady on signal.incident (id) where open = 0 and alerts > 0 and restored_at is null;
