create schema base;

grant usage on schema base to ${app};
grant select, insert, update, delete on all tables in schema base to ${app};
grant usage on all sequences in schema base to ${app};
