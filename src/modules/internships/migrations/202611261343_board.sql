-- The order in which an office looks through its placements, a page at a time.
create index internship_placements_order on internship_placements (starts_on desc, id desc);
