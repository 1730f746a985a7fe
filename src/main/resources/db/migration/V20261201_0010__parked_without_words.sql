-- What a failure said may hold what people wrote, and the journal keeps none of it: only what kind of failure it was stays.
update journal.parked set error = left(split_part(error, ':', 1), 200);
