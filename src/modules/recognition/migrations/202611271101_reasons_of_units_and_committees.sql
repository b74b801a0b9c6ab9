-- In which language a unit or a committee gave its reason, and the same reason in a second one, as on the lines of a
-- case. Reasons from before say no language.
alter table line_referrals
  add column reason_language text check (reason_language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  add column second_reason text check (char_length(second_reason) between 1 and 1000),
  add column second_reason_language text
    check (second_reason_language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  add check ((second_reason is null) = (second_reason_language is null)),
  add check (second_reason_language <> reason_language);

alter table committee_items
  add column reason_language text check (reason_language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  add column second_reason text check (char_length(second_reason) between 1 and 1000),
  add column second_reason_language text
    check (second_reason_language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  add check ((second_reason is null) = (second_reason_language is null)),
  add check (second_reason_language <> reason_language);
