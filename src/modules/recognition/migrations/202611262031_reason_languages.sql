-- In which language a person gave their reason, and the same reason in a second one, for whoever reads the other half of
-- a bilingual statement. Reasons from before say no language.
alter table case_lines
  add column change_reason_language text
    check (change_reason_language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  add column second_reason text check (char_length(second_reason) between 1 and 1000),
  add column second_reason_language text
    check (second_reason_language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  add check ((second_reason is null) = (second_reason_language is null)),
  add check (second_reason_language <> change_reason_language);
