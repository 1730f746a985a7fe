-- How a person wants pages to look, on every device.
create table people.look (
    person_id bigint primary key references people.person,
    theme text collate "C" not null,
    size text collate "C" not null,
    motion text collate "C" not null
);

grant select, insert, update on people.look to ${app};
