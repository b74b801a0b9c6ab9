-- What a service's page posted across sites waits, encrypted, for the browser that began.
alter table federated_requests add column sealed_answer bytea;
