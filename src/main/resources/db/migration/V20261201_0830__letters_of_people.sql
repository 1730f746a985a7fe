create index delivery_of_person on channel.delivery (person_id, created_at);
