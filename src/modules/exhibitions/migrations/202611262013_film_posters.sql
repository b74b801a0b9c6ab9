-- The picture that stands for a film until it is played: one of the pictures of its object, perhaps a moment of the film.
alter table exhibition_media
  add column poster_medium_id uuid references exhibition_media (id),
  add constraint exhibition_media_poster_of_film check (poster_medium_id is null or kind = 'video');
create index exhibition_media_poster on exhibition_media (poster_medium_id) where poster_medium_id is not null;
