-- What was done to a ticket by a bulk act and is taken back on the ticket itself is found by its number.
create index bulk_item_done on ticket.bulk_item (number, version) where outcome = 'done';
