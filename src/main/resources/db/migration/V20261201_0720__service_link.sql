-- Without which others a service does not work.
create table asset.service_link (
    service_id bigint not null references asset.service on delete cascade,
    rests_on bigint not null references asset.service on delete cascade,
    primary key (service_id, rests_on),
    check (service_id <> rests_on)
);
create index service_link_up on asset.service_link (rests_on);

grant select, insert, update, delete on asset.service_link to ${app};
