-- When an exporter is asked next, and how it went the last time.
create table signal.scrape (
    source_id bigint primary key references signal.source,
    due_at timestamptz not null,
    last_at timestamptz,
    took_ms integer not null default 0,
    samples integer not null default 0,
    problem text collate "C",
    detail text not null default ''
);
grant select, insert, update, delete on signal.scrape to ${app};
