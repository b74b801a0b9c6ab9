-- Whether people are safe is asked of stays and placements alike now: questions and answers move to `care`.
insert into care_checks (id, origin, organisation_id, words, asked_at, asked_by)
  select id, origin, organisation_id, words, asked_at, asked_by from safety_checks;
insert into care_answers (check_id, person_id, about_kind, about_id, href, place, country, answer, note, answered_at)
  select x.check_id, x.person_id, 'mobility', x.mobility_id, '/mobility/' || x.mobility_id,
    coalesce(r.names ->> 'en', ''), r.country, x.answer, x.note, x.answered_at
  from safety_answers x
  join mobilities s on s.id = x.mobility_id
  join organisations r on r.id = s.receiving_organisation_id;
drop table safety_answers;
drop table safety_checks;
update tasks set kind = 'care.answer', object_kind = 'care-check',
    href = replace(href, '/mobility/safety/', '/care/'), subject = jsonb_set(subject, '{module}', '"care"')
  where kind = 'mobility.safety';
