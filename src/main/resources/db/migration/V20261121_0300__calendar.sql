create schema calendar;

-- One row: grows with every change, and makes changes wait for each other.
create table calendar.revision (
    singleton boolean primary key default true check (singleton),
    value bigint not null
);

create table calendar.calendar (
    id bigint generated always as identity primary key,
    code text collate "C" not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null check (length(name) between 1 and 60)
);

-- The rules as they hold from a moment on (null: always did) until the next edition's. Written once, never changed.
create table calendar.edition (
    calendar bigint not null references calendar.calendar,
    revision bigint not null,
    starts_at timestamptz,
    rules jsonb not null,
    made_by bigint not null,
    made_at timestamptz not null,
    primary key (calendar, revision)
);

insert into calendar.revision (value) values (1);

insert into calendar.calendar (code, name) values ('24x7', '全天候7×24'), ('cn-work', '中国工作日');

insert into calendar.edition (calendar, revision, made_by, made_at, rules)
select id, 1, 0, '2026-01-01 00:00:00+00', $rules$
{
    "zone": "Asia/Shanghai",
    "week": ["00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00"],
    "makeUp": "",
    "listed": false,
    "years": [],
    "days": []
}$rules$ from calendar.calendar where code = '24x7';

-- The days below are from holiday-cn:
--
-- MIT License
--
-- Copyright (c) 2019 NateScarlet
--
-- Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
-- (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify,
-- merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
-- furnished to do so, subject to the following conditions:
--
-- The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.
--
-- THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
-- MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
-- LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
-- CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
insert into calendar.edition (calendar, revision, made_by, made_at, rules)
select id, 1, 0, '2026-01-01 00:00:00+00', $rules$
{
    "zone": "Asia/Shanghai",
    "week": ["09:00-12:00 13:00-18:00", "09:00-12:00 13:00-18:00", "09:00-12:00 13:00-18:00", "09:00-12:00 13:00-18:00",
        "09:00-12:00 13:00-18:00", "", ""],
    "makeUp": "09:00-12:00 13:00-18:00",
    "listed": true,
    "years": [2024, 2025, 2026],
    "days": [
      {"date":"2024-01-01","working":false,"name":"元旦","list":2024},
      {"date":"2024-02-04","working":true,"name":"春节","list":2024},
      {"date":"2024-02-10","working":false,"name":"春节","list":2024},
      {"date":"2024-02-11","working":false,"name":"春节","list":2024},
      {"date":"2024-02-12","working":false,"name":"春节","list":2024},
      {"date":"2024-02-13","working":false,"name":"春节","list":2024},
      {"date":"2024-02-14","working":false,"name":"春节","list":2024},
      {"date":"2024-02-15","working":false,"name":"春节","list":2024},
      {"date":"2024-02-16","working":false,"name":"春节","list":2024},
      {"date":"2024-02-17","working":false,"name":"春节","list":2024},
      {"date":"2024-02-18","working":true,"name":"春节","list":2024},
      {"date":"2024-04-04","working":false,"name":"清明节","list":2024},
      {"date":"2024-04-05","working":false,"name":"清明节","list":2024},
      {"date":"2024-04-06","working":false,"name":"清明节","list":2024},
      {"date":"2024-04-07","working":true,"name":"清明节","list":2024},
      {"date":"2024-04-28","working":true,"name":"劳动节","list":2024},
      {"date":"2024-05-01","working":false,"name":"劳动节","list":2024},
      {"date":"2024-05-02","working":false,"name":"劳动节","list":2024},
      {"date":"2024-05-03","working":false,"name":"劳动节","list":2024},
      {"date":"2024-05-04","working":false,"name":"劳动节","list":2024},
      {"date":"2024-05-05","working":false,"name":"劳动节","list":2024},
      {"date":"2024-05-11","working":true,"name":"劳动节","list":2024},
      {"date":"2024-06-10","working":false,"name":"端午节","list":2024},
      {"date":"2024-09-14","working":true,"name":"中秋节","list":2024},
      {"date":"2024-09-15","working":false,"name":"中秋节","list":2024},
      {"date":"2024-09-16","working":false,"name":"中秋节","list":2024},
      {"date":"2024-09-17","working":false,"name":"中秋节","list":2024},
      {"date":"2024-09-29","working":true,"name":"国庆节","list":2024},
      {"date":"2024-10-01","working":false,"name":"国庆节","list":2024},
      {"date":"2024-10-02","working":false,"name":"国庆节","list":2024},
      {"date":"2024-10-03","working":false,"name":"国庆节","list":2024},
      {"date":"2024-10-04","working":false,"name":"国庆节","list":2024},
      {"date":"2024-10-05","working":false,"name":"国庆节","list":2024},
      {"date":"2024-10-06","working":false,"name":"国庆节","list":2024},
      {"date":"2024-10-07","working":false,"name":"国庆节","list":2024},
      {"date":"2024-10-12","working":true,"name":"国庆节","list":2024},
      {"date":"2025-01-01","working":false,"name":"元旦","list":2025},
      {"date":"2025-01-26","working":true,"name":"春节","list":2025},
      {"date":"2025-01-28","working":false,"name":"春节","list":2025},
      {"date":"2025-01-29","working":false,"name":"春节","list":2025},
      {"date":"2025-01-30","working":false,"name":"春节","list":2025},
      {"date":"2025-01-31","working":false,"name":"春节","list":2025},
      {"date":"2025-02-01","working":false,"name":"春节","list":2025},
      {"date":"2025-02-02","working":false,"name":"春节","list":2025},
      {"date":"2025-02-03","working":false,"name":"春节","list":2025},
      {"date":"2025-02-04","working":false,"name":"春节","list":2025},
      {"date":"2025-02-08","working":true,"name":"春节","list":2025},
      {"date":"2025-04-04","working":false,"name":"清明节","list":2025},
      {"date":"2025-04-05","working":false,"name":"清明节","list":2025},
      {"date":"2025-04-06","working":false,"name":"清明节","list":2025},
      {"date":"2025-04-27","working":true,"name":"劳动节","list":2025},
      {"date":"2025-05-01","working":false,"name":"劳动节","list":2025},
      {"date":"2025-05-02","working":false,"name":"劳动节","list":2025},
      {"date":"2025-05-03","working":false,"name":"劳动节","list":2025},
      {"date":"2025-05-04","working":false,"name":"劳动节","list":2025},
      {"date":"2025-05-05","working":false,"name":"劳动节","list":2025},
      {"date":"2025-05-31","working":false,"name":"端午节","list":2025},
      {"date":"2025-06-01","working":false,"name":"端午节","list":2025},
      {"date":"2025-06-02","working":false,"name":"端午节","list":2025},
      {"date":"2025-09-28","working":true,"name":"国庆节、中秋节","list":2025},
      {"date":"2025-10-01","working":false,"name":"国庆节、中秋节","list":2025},
      {"date":"2025-10-02","working":false,"name":"国庆节、中秋节","list":2025},
      {"date":"2025-10-03","working":false,"name":"国庆节、中秋节","list":2025},
      {"date":"2025-10-04","working":false,"name":"国庆节、中秋节","list":2025},
      {"date":"2025-10-05","working":false,"name":"国庆节、中秋节","list":2025},
      {"date":"2025-10-06","working":false,"name":"国庆节、中秋节","list":2025},
      {"date":"2025-10-07","working":false,"name":"国庆节、中秋节","list":2025},
      {"date":"2025-10-08","working":false,"name":"国庆节、中秋节","list":2025},
      {"date":"2025-10-11","working":true,"name":"国庆节、中秋节","list":2025},
      {"date":"2026-01-01","working":false,"name":"元旦","list":2026},
      {"date":"2026-01-02","working":false,"name":"元旦","list":2026},
      {"date":"2026-01-03","working":false,"name":"元旦","list":2026},
      {"date":"2026-01-04","working":true,"name":"元旦","list":2026},
      {"date":"2026-02-14","working":true,"name":"春节","list":2026},
      {"date":"2026-02-15","working":false,"name":"春节","list":2026},
      {"date":"2026-02-16","working":false,"name":"春节","list":2026},
      {"date":"2026-02-17","working":false,"name":"春节","list":2026},
      {"date":"2026-02-18","working":false,"name":"春节","list":2026},
      {"date":"2026-02-19","working":false,"name":"春节","list":2026},
      {"date":"2026-02-20","working":false,"name":"春节","list":2026},
      {"date":"2026-02-21","working":false,"name":"春节","list":2026},
      {"date":"2026-02-22","working":false,"name":"春节","list":2026},
      {"date":"2026-02-23","working":false,"name":"春节","list":2026},
      {"date":"2026-02-28","working":true,"name":"春节","list":2026},
      {"date":"2026-04-04","working":false,"name":"清明节","list":2026},
      {"date":"2026-04-05","working":false,"name":"清明节","list":2026},
      {"date":"2026-04-06","working":false,"name":"清明节","list":2026},
      {"date":"2026-05-01","working":false,"name":"劳动节","list":2026},
      {"date":"2026-05-02","working":false,"name":"劳动节","list":2026},
      {"date":"2026-05-03","working":false,"name":"劳动节","list":2026},
      {"date":"2026-05-04","working":false,"name":"劳动节","list":2026},
      {"date":"2026-05-05","working":false,"name":"劳动节","list":2026},
      {"date":"2026-05-09","working":true,"name":"劳动节","list":2026},
      {"date":"2026-06-19","working":false,"name":"端午节","list":2026},
      {"date":"2026-06-20","working":false,"name":"端午节","list":2026},
      {"date":"2026-06-21","working":false,"name":"端午节","list":2026},
      {"date":"2026-09-20","working":true,"name":"国庆节","list":2026},
      {"date":"2026-09-25","working":false,"name":"中秋节","list":2026},
      {"date":"2026-09-26","working":false,"name":"中秋节","list":2026},
      {"date":"2026-09-27","working":false,"name":"中秋节","list":2026},
      {"date":"2026-10-01","working":false,"name":"国庆节","list":2026},
      {"date":"2026-10-02","working":false,"name":"国庆节","list":2026},
      {"date":"2026-10-03","working":false,"name":"国庆节","list":2026},
      {"date":"2026-10-04","working":false,"name":"国庆节","list":2026},
      {"date":"2026-10-05","working":false,"name":"国庆节","list":2026},
      {"date":"2026-10-06","working":false,"name":"国庆节","list":2026},
      {"date":"2026-10-07","working":false,"name":"国庆节","list":2026},
      {"date":"2026-10-10","working":true,"name":"国庆节","list":2026}
    ]
}$rules$ from calendar.calendar where code = 'cn-work';

grant usage on schema calendar to ${app};
grant select, insert, update, delete on all tables in schema calendar to ${app};
grant usage on all sequences in schema calendar to ${app};
