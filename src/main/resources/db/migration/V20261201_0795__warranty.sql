-- What is under warranty or under contract, and until when.
create sequence asset.warranty_id;
create table asset.warranty (
    id bigint primary key,
    name text not null check (length(name) between 1 and 120),
    service_id bigint references asset.service,
    supplier text not null,
    contract text not null,
    ends_on date not null,
    notice_days integer not null check (notice_days between 0 and 730),
    note text not null,
    version integer not null default 1
);
create index warranty_ends on asset.warranty (ends_on, id);
create index warranty_service on asset.warranty (service_id, ends_on);

-- Which of them the desk said something about.
create table signal.warranty_told (
    warranty_id bigint primary key,
    ends_on date not null
);

grant select, insert, update, delete on asset.warranty, signal.warranty_told to ${app};
grant usage on sequence asset.warranty_id to ${app};
