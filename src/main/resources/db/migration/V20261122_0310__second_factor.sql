-- The second factor of a person. The secret is sealed by a key that is made of seal.key in the data folder; a row here alone opens
-- nothing. last_step: codes of this step and before were shown. recovery: hashes of the codes on paper that are left.
create table people.totp (
    person_id bigint primary key references people.person,
    secret    bytea not null,
    set_up_at timestamptz,
    last_step bigint not null default 0,
    tries     integer not null default 0,
    tried_at  timestamptz,
    recovery  text[] collate "C" not null default '{}'
);
create index totp_set_up on people.totp (set_up_at) where set_up_at is not null;

-- Roles that demand one.
create table people.totp_role (
    role_id bigint primary key references people.role on delete cascade,
    since   timestamptz not null
);

-- The password was right, a code has still to come: until then the session opens nothing.
alter table people.session add column half boolean not null default false;

grant select, insert, update, delete on people.totp, people.totp_role to ${app};
