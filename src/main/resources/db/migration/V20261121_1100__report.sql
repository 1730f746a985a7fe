create schema report;

-- Goals that differ from those that ship.
create table report.goal (
  code text collate "C" primary key,
  goal double precision not null check (goal >= 0),
  version int not null default 1
);

grant usage on schema report to ${app};
grant select, insert, update, delete on all tables in schema report to ${app};
