-- Several acts that were one: a macro's on one ticket, and the children that were resolved with their parent.
alter table ticket.undo
  add column deeds text[] collate "C" not null default '{}',
  add column along jsonb not null default '[]';
