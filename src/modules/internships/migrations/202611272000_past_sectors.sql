-- The sector of a past internship's host: from the list, or from what the alliance knows of the host. Null where nobody has said it.
alter table internship_past_placements
  add column sector text
    check (sector in ('government', 'industry', 'academia', 'research', 'application', 'finance'));

-- A host that was vetted says it for its own past; an organisation with one sector says it too.
update internship_past_placements x
set sector = coalesce(
  (select min(h.sector) from internship_hosts h
   where lower(h.name) = lower(x.host) having count(distinct h.sector) = 1),
  (select min(r.sector) from sector_roles r
   where r.organisation_id = x.host_organisation_id having count(distinct r.sector) = 1)
);
