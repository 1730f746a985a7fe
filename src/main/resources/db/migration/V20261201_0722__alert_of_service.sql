-- What was wrong with a service at a time.
create index alert_of_service on signal.alert (service_id, began_at) where service_id is not null;
