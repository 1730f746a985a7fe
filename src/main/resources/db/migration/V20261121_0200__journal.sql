create schema journal;

-- What happened to anything. The app role can only insert and select; see the grants at the end.
create sequence journal.entry_id;

create table journal.entry (
    id bigint not null default nextval('journal.entry_id'),
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    recorded_at timestamptz not null default now(),
    origin text collate "C" not null check (origin in ('live', 'import', 'demo')),
    kind text collate "C" not null,
    subject bigint not null,
    version integer not null,
    act text collate "C" not null,
    actor bigint not null,
    audience text collate "C" not null check (audience in ('public', 'internal', 'admin')),
    facts jsonb not null,
    v smallint not null default 1,
    primary key (recorded_at, id)
) partition by range (recorded_at);

create index entry_read on journal.entry (xid, id);
create index entry_subject on journal.entry (kind, subject, id);
create index entry_news on journal.entry (kind, id) where origin <> 'import';
create index entry_audit on journal.entry (id) where audience = 'admin';

-- A clock that was set back, or partitions that were not made in time, must not lose an act: such rows land here.
create table journal.entry_other partition of journal.entry default;

-- Makes the partitions of this month and the given number of months ahead; says how many are new.
create function journal.prepare(months integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    made integer := 0;
    first timestamp;
    part text;
begin
    perform pg_advisory_xact_lock(hashtext('journal.prepare'));
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

-- Drops the partitions that lie wholly before a moment, which must be at least 180 days ago; says how many.
create function journal.forget(before timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    dropped integer := 0;
    part text;
begin
    if before > now() - interval '180 days' then
        raise exception 'the journal is kept for at least 180 days' using errcode = 'check_violation';
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

select journal.prepare(2);

-- How far each reader has come, in the order (xid, id).
create table journal.cursor (
    reader text collate "C" primary key,
    xid xid8 not null default '0',
    id bigint not null default 0,
    moved_at timestamptz not null default now()
);

-- Entries that a reader could not digest: it went on without them, and somebody should look.
create table journal.parked (
    reader text collate "C" not null,
    xid xid8 not null,
    id bigint not null,
    kind text collate "C" not null,
    subject bigint not null,
    act text collate "C" not null,
    attempts integer not null,
    error text not null,
    parked_at timestamptz not null,
    primary key (reader, id)
);

-- The audit chain: each seal holds the hash over the one before it and the entries from there to here, in the order (xid, id).
create table journal.seal (
    number bigint primary key,
    from_xid xid8 not null,
    from_id bigint not null,
    xid xid8 not null,
    id bigint not null,
    entries integer not null,
    since timestamptz not null,
    previous bytea not null,
    hash bytea not null,
    sealed_at timestamptz not null default now()
);

revoke execute on function journal.prepare(integer), journal.forget(timestamptz) from public;
grant usage on schema journal to ${app};
grant select, insert on journal.entry to ${app};
grant usage on sequence journal.entry_id to ${app};
grant select, insert, update on journal.cursor to ${app};
grant select, insert, delete on journal.parked to ${app};
grant select, insert on journal.seal to ${app};
grant execute on function journal.prepare(integer), journal.forget(timestamptz) to ${app};
