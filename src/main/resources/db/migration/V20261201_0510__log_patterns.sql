-- What a miner knows of its source besides its patterns; its stamp changes with each batch, so that who remembers it knows whether it went on.
create table signal.miner (
    source_id bigint primary key references signal.source,
    lines bigint not null,
    next bigint not null,
    swept bigint not null,
    stamp uuid not null,
    began_at timestamptz not null,
    watched_until timestamptz not null
);

-- What lines have in common; the numbers are the miner's.
create table signal.pattern (
    source_id bigint not null references signal.source,
    id bigint not null,
    template text not null,
    text text not null,
    lines bigint not null,
    last bigint not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    examples jsonb not null,
    fresh boolean not null,
    told boolean not null default false,
    alarm text collate "C",
    alarm_above bigint,
    went_on_in bigint,
    forgotten boolean not null default false,
    primary key (source_id, id)
);
create index pattern_known on signal.pattern (source_id, last_at desc) where went_on_in is null;
create index pattern_fresh on signal.pattern (source_id) where fresh and not told;
create index pattern_alarm on signal.pattern (source_id) where alarm is not null;
create index pattern_gone on signal.pattern (last_at) where forgotten or went_on_in is not null;

-- Lines of a pattern in five minutes.
create table signal.pattern_count (
    source_id bigint not null references signal.source,
    pattern_id bigint not null,
    slot timestamptz not null,
    lines bigint not null,
    primary key (source_id, pattern_id, slot)
);
create index pattern_count_slot on signal.pattern_count (slot, source_id);

-- The newest lines themselves.
create table signal.line (
    id bigint generated always as identity primary key,
    source_id bigint not null references signal.source,
    pattern_id bigint not null,
    at timestamptz not null,
    kept_at timestamptz not null,
    level text not null,
    origin text not null,
    text text not null,
    words tsvector not null
);
create index line_words on signal.line using gin (words);
create index line_source on signal.line (source_id, id desc);
create index line_kept on signal.line (kept_at);

grant select, insert, update, delete on signal.miner, signal.pattern, signal.pattern_count, signal.line to ${app};
grant usage on all sequences in schema signal to ${app};
