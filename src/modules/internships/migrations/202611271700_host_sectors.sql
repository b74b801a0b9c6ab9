-- In which of the alliance's six sectors a host works: ministries count internships by it. Null for one that nobody has said it of.
alter table internship_hosts
  add column sector text
    check (sector in ('government', 'industry', 'academia', 'research', 'application', 'finance'));

-- A host that is an organisation of the alliance plays its part there; where it plays several, its office chooses.
update internship_hosts h
set sector = (select min(r.sector) from sector_roles r where r.organisation_id = h.host_organisation_id)
where (select count(distinct r.sector) from sector_roles r where r.organisation_id = h.host_organisation_id) = 1;
