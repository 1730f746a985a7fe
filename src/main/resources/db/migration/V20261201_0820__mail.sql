-- An address at which people write to the desk.
create table channel.mailbox (
    id bigint generated always as identity primary key,
    address text collate "C" not null unique,
    draft jsonb not null,
    secret bytea,
    version integer not null default 1
);
comment on column channel.mailbox.secret is 'what fetching needs to sign in, closed under the seal of the data folder';

-- How far a box was fetched by IMAP, and how that went last.
create table channel.mailbox_place (
    mailbox_id bigint primary key references channel.mailbox on delete cascade,
    uid_validity bigint,
    last_uid bigint not null default 0,
    begun_at timestamptz not null,
    leased_until timestamptz,
    looked_at timestamptz,
    problem text collate "C",
    detail text not null default ''
);

-- A mail, kept before it is read. The same bytes are one mail, however often and on whatever way they come.
create table channel.mail (
    id bigint generated always as identity primary key,
    mailbox_id bigint not null references channel.mailbox,
    sha256 text collate "C" not null unique,
    bytes bigint not null,
    received_at timestamptz not null,
    way text collate "C" not null,
    envelope text,
    recipients text[] not null default '{}',
    attempts integer not null default 0,
    outcome text collate "C",
    reason jsonb,
    settled_at timestamptz,
    number bigint,
    comment_id bigint,
    outside boolean not null default false,
    sender text not null default '',
    subject text not null default '',
    message_id text not null default '',
    fingerprint text collate "C",
    bounce jsonb,
    left_out text[] not null default '{}',
    check ((outcome is null) = (settled_at is null))
);
comment on column channel.mail.outcome is 'null while it waits to be read';
comment on column channel.mail.outside is 'whether it was put down as a word from outside';
create index mail_waiting on channel.mail (id) where outcome is null;
create index mail_by_outcome on channel.mail (outcome, id desc) where outcome is not null;
create index mail_by_number on channel.mail (number, id) where number is not null;
create index mail_by_fingerprint on channel.mail (fingerprint) where fingerprint is not null;
create index mail_by_sender on channel.mail (sender, settled_at) where outcome in ('ticket', 'comment');
create index mail_settled on channel.mail (settled_at) where outcome <> 'quarantined';

create table channel.mail_raw (
    mail_id bigint primary key references channel.mail on delete cascade,
    packed bytea not null
);
comment on column channel.mail_raw.packed is 'the mail byte by byte, as gzip';

-- Under which numbers a mail was seen in a box.
create table channel.mail_seen (
    mailbox_id bigint not null references channel.mailbox on delete cascade,
    uid_validity bigint not null,
    uid bigint not null,
    mail_id bigint not null references channel.mail on delete cascade,
    primary key (mailbox_id, uid_validity, uid)
);
create index mail_seen_by_mail on channel.mail_seen (mail_id);

-- Which Message-IDs belong to the talk on a ticket, and which addresses take part in it.
create table channel.mail_thread (
    message_id text collate "C" not null,
    number bigint not null,
    heard boolean not null,
    primary key (message_id, number)
);
comment on column channel.mail_thread.heard is 'whether that mail came itself, or was only answered';
create table channel.mail_member (
    number bigint not null,
    address text collate "C" not null,
    primary key (number, address)
);

grant select, insert, update, delete on channel.mailbox, channel.mailbox_place, channel.mail, channel.mail_raw, channel.mail_seen,
    channel.mail_thread, channel.mail_member to ${app};
grant usage on all sequences in schema channel to ${app};
