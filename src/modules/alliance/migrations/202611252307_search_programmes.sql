-- Who is in the index already is of the programmes at which they are or were enrolled there.
update search_documents as d
set programme_ids = coalesce(
  (select array_agg(distinct e.degree_programme_id) from enrolments as e
   where e.person_id::text || '@' || e.organisation_id::text = d.object_id),
  '{}'
)
where d.kind = 'person';
