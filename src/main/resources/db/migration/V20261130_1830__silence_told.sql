-- Each silence is told once, whatever is edited meanwhile.
alter table ticket.silence add column told boolean not null default false;
