-- Answers that were first given by an act which is taken back go with it.
grant delete on ticket.form_answer to ${app};
