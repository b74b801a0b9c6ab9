-- Captions (WebVTT, W3C) of films and recordings, and their transcripts: a text in each language, as far as there is one.
alter table exhibition_media
  add column captions jsonb not null default '{}' check (jsonb_typeof(captions) = 'object'),
  add column transcripts jsonb not null default '{}' check (jsonb_typeof(transcripts) = 'object');
