-- How much somebody has put in and not sent is asked with each file.
create index attachment_loose_of on ticket.attachment (by_id) where number is null;
