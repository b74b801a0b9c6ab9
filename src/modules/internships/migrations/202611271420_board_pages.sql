-- A page of a board in its order without reading the placements of other offices, and the running ones without the past.
drop index internship_placements_order;
create index internship_placements_order on internship_placements (starts_on desc, id desc)
  include (organisation_id, enrolled_organisation_id);
drop index internship_placements_office;
create index internship_placements_office on internship_placements (organisation_id, ends_on);
drop index internship_placements_home;
create index internship_placements_home on internship_placements (enrolled_organisation_id, ends_on);

-- The hours of a placement lie far apart, logged over months among those of all others: their sum reads the index alone.
drop index internship_hours_placement;
create index internship_hours_placement on internship_hours (placement_id, starts_at) include (ends_at);
