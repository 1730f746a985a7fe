-- What the desk stores of one message of a sender, as pgbench stores it.
begin;
insert into signal.message (arrival, source_id, received_at, act, headers, body)
values (gen_random_uuid(), :source, now(), '', '{}', decode(:body, 'hex'));
commit;
