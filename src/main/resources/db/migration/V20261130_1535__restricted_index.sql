-- Whoever sees everything but restricted tickets has the few of those asked for apart: without this all tickets are walked for them.
create index ticket_restricted on ticket.ticket (number) where restricted;
