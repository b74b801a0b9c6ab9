-- An owner is a row with an id of its own, as everything that a list is limited by.
alter table exhibition_owners add column id uuid;
update exhibition_owners set id = gen_random_uuid();
alter table exhibition_owners alter column id set not null;
alter table exhibition_owners drop constraint exhibition_owners_pkey;
alter table exhibition_owners add primary key (id);
alter table exhibition_owners add unique (exhibition_id, organisation_id);
