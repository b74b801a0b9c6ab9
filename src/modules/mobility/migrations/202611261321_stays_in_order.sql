-- The list of an office reads each side in its order, and stops after a page; its figures read only what is open.
create index mobilities_sent_in_order on mobilities (sending_organisation_id, next_due_on, starts_on desc, id);
create index mobilities_received_in_order on mobilities (receiving_organisation_id, next_due_on, starts_on desc, id);
create index mobilities_sent_in_year on mobilities (sending_organisation_id, sending_year, next_due_on, starts_on desc, id);
create index mobilities_received_in_year on mobilities (receiving_organisation_id, receiving_year, next_due_on, starts_on desc, id);
create index mobilities_sent_open on mobilities (sending_organisation_id) where next_step is not null or state = 'waiting';
create index mobilities_received_open on mobilities (receiving_organisation_id) where next_step is not null or state = 'waiting';
-- Nothing is listed by the last change, and the new indexes begin with the same columns.
drop index mobilities_sent;
drop index mobilities_received;
