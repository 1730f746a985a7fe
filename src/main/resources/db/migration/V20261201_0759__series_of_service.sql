-- What is measured of a service: for where to look when something is wrong with it.
create index series_service on signal.series (service_id, id) where service_id is not null;
