-- Undoing a list of units deletes what it added: whether anybody or anything belongs to a unit is looked up from here.
create index appointments_by_unit on appointments (unit_id) where unit_id is not null;
create index degree_programmes_by_unit on degree_programmes (unit_id) where unit_id is not null;
create index office_mailboxes_by_unit on office_mailboxes (unit_id) where unit_id is not null;
create index units_by_parent on units (parent_id) where parent_id is not null;
