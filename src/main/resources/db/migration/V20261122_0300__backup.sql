-- Partitions come and go only while nobody holds all tables for a backup: whoever waited for that with a lock on the journal would
-- stop the desk. So they are made or dropped the next time. A backup holds the same lock, shared.
create or replace function journal.prepare(months integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    made integer := 0;
    first timestamp;
    part text;
begin
    if not pg_try_advisory_xact_lock(hashtext('journal.prepare')) then
        return 0;
    end if;
    for ahead in 0..months loop
        first := date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead);
        part := 'entry_' || to_char(first, 'YYYY_MM');
        continue when to_regclass('journal.' || part) is not null;
        continue when exists (
            select from journal.entry_other
            where recorded_at >= first at time zone 'UTC'
              and recorded_at < (first + interval '1 month') at time zone 'UTC');
        execute format('create table journal.%I (like journal.entry including defaults including constraints)', part);
        execute format('alter table journal.entry attach partition journal.%I for values from (%L) to (%L)',
            part, first at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
        made := made + 1;
    end loop;
    return made;
end $$;

create or replace function journal.forget(before timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    dropped integer := 0;
    part text;
begin
    if before > now() - interval '180 days' then
        raise exception 'the journal is kept for at least 180 days' using errcode = 'check_violation';
    end if;
    if not pg_try_advisory_xact_lock(hashtext('journal.prepare')) then
        return 0;
    end if;
    for part in
        select relname from pg_class join pg_inherits on inhrelid = oid
        where inhparent = 'journal.entry'::regclass and relname ~ '^entry_\d{4}_\d{2}$'
          and to_timestamp(substr(relname, 7) || '_01 +00', 'YYYY_MM_DD TZH') + interval '1 month' <= before
    loop
        execute format('drop table journal.%I', part);
        dropped := dropped + 1;
    end loop;
    delete from journal.seal where since < before;
    return dropped;
end $$;

-- The backups that the desk took, or tried to; by_id 0 is its schedule.
create table admin.backup (
    id         bigint generated always as identity primary key,
    by_id      bigint not null,
    day        date,
    state      text collate "C" not null check (state in ('waiting', 'running', 'done', 'failed')),
    ordered_at timestamptz not null,
    started_at timestamptz,
    seen_at    timestamptz,
    step       text collate "C",
    steps_done bigint not null default 0,
    steps_all  bigint not null default 0,
    ended_at   timestamptz,
    file       text,
    bytes      bigint,
    rows       bigint,
    files      bigint,
    damaged    integer,
    gone_at    timestamptz,
    problem    text collate "C",
    arguments  jsonb not null default '[]'
);

-- One a day by the schedule, whichever node is first; one at a time.
create unique index backup_day on admin.backup (day);
create unique index backup_one on admin.backup ((true)) where state in ('waiting', 'running');
create index backup_there on admin.backup (id) where state = 'done' and gone_at is null;

-- When the desk takes its own: one row. No hour: never.
create table admin.backup_plan (
    one        boolean primary key default true check (one),
    hour       integer check (hour between 0 and 23),
    keep       integer not null check (keep between 1 and 400),
    changed_at timestamptz not null default now()
);
insert into admin.backup_plan (hour, keep) values (3, 14);

grant select, insert, update on admin.backup to ${app};
grant select, update on admin.backup_plan to ${app};
