-- What is measured over time: a metric with its labels. The mark is a hash of both, so that the key stays small.
create table signal.series (
    id bigint generated always as identity primary key,
    source_id bigint not null references signal.source,
    mark uuid not null,
    metric text collate "C" not null,
    labels jsonb not null,
    service_id bigint,
    began_at timestamptz not null,
    unique (source_id, mark)
);
create index series_metric on signal.series (metric, id);

-- Points as they came, a partition a day. What finds no partition lands in the last one.
create table signal.point (
    series_id bigint not null,
    at timestamptz not null,
    value double precision not null,
    primary key (series_id, at)
) partition by range (at);
create table signal.point_other partition of signal.point default;

-- Rolled up: how many, their sum, the least and the most; a partition a month.
create table signal.point_5m (
    series_id bigint not null,
    at timestamptz not null,
    points integer not null,
    sum double precision not null,
    least double precision not null,
    most double precision not null,
    primary key (series_id, at)
) partition by range (at);
create table signal.point_5m_other partition of signal.point_5m default;

create table signal.point_1h (
    series_id bigint not null,
    at timestamptz not null,
    points integer not null,
    sum double precision not null,
    least double precision not null,
    most double precision not null,
    primary key (series_id, at)
) partition by range (at);
create table signal.point_1h_other partition of signal.point_1h default;

-- Five minutes of a source in which points came that are not rolled up yet.
create table signal.point_due (
    source_id bigint not null references signal.source,
    slot timestamptz not null,
    touched bigint not null,
    primary key (source_id, slot)
);
create index point_due_slot on signal.point_due (slot);

-- What was not taken, and why.
create table signal.point_refused (
    source_id bigint not null references signal.source,
    reason text collate "C" not null,
    points bigint not null,
    last_at timestamptz not null,
    primary key (source_id, reason)
);

-- Makes one partition unless it is there or rows that belong to it already lie in the default one.
create function signal.prepare_points_part(parent text, part text, first timestamptz, until timestamptz) returns integer
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    taken boolean;
begin
    if to_regclass('signal.' || quote_ident(part)) is not null then
        return 0;
    end if;
    execute format('select exists (select from signal.%I where at >= %L and at < %L)', parent || '_other', first, until) into taken;
    if taken then
        return 0;
    end if;
    execute format('create table signal.%I (like signal.%I including defaults including constraints)', part, parent);
    execute format('alter table signal.%I attach partition signal.%I for values from (%L) to (%L)', parent, part, first, until);
    return 1;
end $$;
revoke execute on function signal.prepare_points_part(text, text, timestamptz, timestamptz) from public;

-- Makes the partitions around a moment: days from a week before to three days after, this month and the next; says how many are new.
-- While a backup holds all tables nothing is made.
create function signal.prepare_points(moment timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    made integer := 0;
    first timestamp;
begin
    if not pg_try_advisory_xact_lock(hashtext('journal.prepare')) then
        return 0;
    end if;
    for ahead in -7..3 loop
        first := date_trunc('day', moment at time zone 'UTC') + make_interval(days => ahead);
        made := made + signal.prepare_points_part('point', 'point_' || to_char(first, 'YYYY_MM_DD'),
            first at time zone 'UTC', (first + interval '1 day') at time zone 'UTC');
    end loop;
    for ahead in -1..1 loop
        first := date_trunc('month', moment at time zone 'UTC') + make_interval(months => ahead);
        made := made + signal.prepare_points_part('point_5m', 'point_5m_' || to_char(first, 'YYYY_MM'),
            first at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
        made := made + signal.prepare_points_part('point_1h', 'point_1h_' || to_char(first, 'YYYY_MM'),
            first at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
    end loop;
    return made;
end $$;

-- Drops the partitions that lie wholly before these moments; says how many. What the database's own clock holds to be too young stays.
create function signal.forget_points(raw timestamptz, fives timestamptz, hours timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    dropped integer := 0;
    part text;
begin
    if not pg_try_advisory_xact_lock(hashtext('journal.prepare')) then
        return 0;
    end if;
    for part in
        select relname from pg_class join pg_inherits on inhrelid = oid
        where inhparent = 'signal.point'::regclass and relname ~ '^point_\d{4}_\d{2}_\d{2}$'
          and to_timestamp(substr(relname, 7) || ' +00', 'YYYY_MM_DD TZH') + interval '1 day' <= least(raw, now() - interval '7 days')
        union all
        select relname from pg_class join pg_inherits on inhrelid = oid
        where inhparent = 'signal.point_5m'::regclass and relname ~ '^point_5m_\d{4}_\d{2}$'
          and to_timestamp(substr(relname, 10) || '_01 +00', 'YYYY_MM_DD TZH') + interval '1 month' <= least(fives, now() - interval '90 days')
        union all
        select relname from pg_class join pg_inherits on inhrelid = oid
        where inhparent = 'signal.point_1h'::regclass and relname ~ '^point_1h_\d{4}_\d{2}$'
          and to_timestamp(substr(relname, 10) || '_01 +00', 'YYYY_MM_DD TZH') + interval '1 month' <= least(hours, now() - interval '3 years')
    loop
        execute format('drop table signal.%I', part);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

select signal.prepare_points(now());

revoke execute on function signal.prepare_points(timestamptz), signal.forget_points(timestamptz, timestamptz, timestamptz) from public;
grant execute on function signal.prepare_points(timestamptz), signal.forget_points(timestamptz, timestamptz, timestamptz) to ${app};
grant select, insert, update, delete on signal.series, signal.point, signal.point_5m, signal.point_1h, signal.point_due,
      signal.point_refused to ${app};
grant usage on all sequences in schema signal to ${app};
