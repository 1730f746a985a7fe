-- A silence can be changed: what was given as its reason stays here, so that a change can be taken back.
create table signal.silence_reason (
    silence_id bigint not null references signal.silence on delete cascade,
    wording integer not null,
    reason text not null check (length(reason) between 1 and 500),
    primary key (silence_id, wording)
);
alter table signal.silence add column wording integer not null default 1;
insert into signal.silence_reason (silence_id, wording, reason) select id, 1, reason from signal.silence;

grant select, insert, update, delete on signal.silence_reason to ${app};
