alter table dispatch.rule add column vip boolean not null default false;
