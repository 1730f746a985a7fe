-- What whoever knows the address may see of how an organization's services are.
create table signal.status_page (
    organization_id bigint primary key references people.organization,
    slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$'),
    title text not null check (length(title) between 1 and 100),
    services bigint[] not null,
    active boolean not null,
    since timestamptz not null,
    version integer not null default 1
);

grant select, insert, update on signal.status_page to ${app};
