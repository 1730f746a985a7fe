-- The rows of one ticket opened through REST, as statements of one transaction: what bin/bench compares with.
-- Run by `pgbench -n -M prepared -f bin/bench.sql` as the app role; bin/bench gives the variables from a ticket that Qiao just made.
begin;
insert into ticket.ticket (draft_id, version, origin, kind, title, description, category_id, service_id, organization_id, requester_id,
    reporter_id, source, started_at, restricted, vip, impact, urgency, priority, priority_reason, team_id, placed, stage, stage_at,
    opened_at, due_at, updated_at, tags)
values (gen_random_uuid(), 1, 'live', 'incident', :title, :description, cast(:category as bigint), cast(:service as bigint),
    cast(:organization as bigint), cast(:requester as bigint), cast(:requester as bigint), 'api', null, false, false, 'medium', 'medium',
    'normal', null, nullif(cast(:team as bigint), 0), 0, 'waiting', now(), now(), now() + interval '4 hours', now(), '{}')
returning number \gset
insert into ticket.words (number, words) values (:number, array_to_tsvector(string_to_array(:words, ' ')));
insert into sla.fact (kind, subject, seq, at, what, metric, reason, terms, priority)
values ('ticket', :number, 1, now(), 'started', null, null, cast(:terms as bigint), 'normal');
insert into sla.clock (kind, subject, metric, origin, terms, priority, revision, started_at, budget_seconds, spent_micros, as_of,
    half_at, three_quarters_at, due_at, told, next_at)
values ('ticket', :number, 'response', 'live', cast(:terms as bigint), 'normal', cast(:revision as bigint), now(), 14400, 0, now(),
    now() + interval '2 hours', now() + interval '3 hours', now() + interval '4 hours', 0, now() + interval '2 hours');
insert into sla.clock (kind, subject, metric, origin, terms, priority, revision, started_at, budget_seconds, spent_micros, as_of,
    half_at, three_quarters_at, due_at, told, next_at)
values ('ticket', :number, 'resolution', 'live', cast(:terms as bigint), 'normal', cast(:revision as bigint), now(), 86400, 0, now(),
    now() + interval '12 hours', now() + interval '18 hours', now() + interval '24 hours', 0, now() + interval '12 hours');
insert into journal.entry (at, origin, kind, subject, version, act, actor, audience, facts)
values (now(), 'live', 'ticket', :number, 1, 'ticket.opened', cast(:requester as bigint), 'public', cast(:facts as jsonb));
insert into base.idempotency (owner, key, request, status, location, etag, type, body)
values (cast(:requester as bigint), cast(gen_random_uuid() as text), :digest, 201, '/api/v1/tickets/1000000', '"v1"', 'application/json',
    convert_to(:answer, 'UTF8'));
commit;
