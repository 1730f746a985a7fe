alter table dispatch.decision
    add column rule_id bigint,
    add column accept_by timestamptz,
    add column accepted_at timestamptz,
    add column moved_at timestamptz;
comment on column dispatch.decision.rule_id is 'the rule that chose the team; it may be gone since';
comment on column dispatch.decision.accept_by is 'until when the one it was offered to may accept; null: it was offered to nobody';
comment on column dispatch.decision.accepted_at is 'when it was accepted, before anybody else was asked';
comment on column dispatch.decision.moved_at is 'when it was handed over to others afterwards';

update dispatch.decision d set rule_id = r.id from dispatch.rule r where r.name = d.rule_name;

create index decision_by_rule on dispatch.decision (rule_id, at) where rule_id is not null;
