create schema admin;

-- Settings that an administrator changes in the browser. What is not here is as it was shipped.
create table admin.setting (
    name       text collate "C" primary key,
    value      text not null,
    changed_at timestamptz not null
);

-- Whom and what another system's words mean here, so that a second import finds the same people again.
create table admin.known (
    source text collate "C" not null,
    kind   text collate "C" not null check (kind in ('person', 'team', 'category', 'organization')),
    word   text collate "C" not null,
    id     bigint not null,
    primary key (source, kind, word)
);

grant usage on schema admin to ${app};
grant select, insert, update, delete on all tables in schema admin to ${app};
grant usage on all sequences in schema admin to ${app};
