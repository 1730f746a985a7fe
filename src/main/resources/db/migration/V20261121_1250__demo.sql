create schema demo;

-- The made-up year is written chapter by chapter, each in one transaction, so that it can be stopped and gone on with.
-- Chapter 0 is the company.
create table demo.chapter (
    number     int primary key,
    written_at timestamptz not null
);

grant usage on schema demo to ${app};
grant select, insert on all tables in schema demo to ${app};
