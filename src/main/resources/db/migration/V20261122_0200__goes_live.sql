alter table ticket.imported add column goes_live boolean not null default false;
comment on column ticket.imported.goes_live is 'open at the end of its past, and not yet said to be live';

update ticket.imported i
   set goes_live = true
  from ticket.ticket t
 where t.number = i.number and t.stage in ('waiting', 'working', 'on_hold');

create index imported_goes_live on ticket.imported (number) where goes_live;
grant update (goes_live) on ticket.imported to ${app};
