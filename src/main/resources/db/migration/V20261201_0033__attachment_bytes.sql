-- Whether anybody still wants the bytes of a file is asked before they are taken away.
create index attachment_sha256 on ticket.attachment (sha256);
