-- A person's export, erasure and merge ask for the committees in which they are or were.
create index committee_members_person on committee_members (person_id);
