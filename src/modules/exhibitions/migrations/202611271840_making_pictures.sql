-- How much of a picture is made ready, in hundredths, while a job makes it: one of a gigapixel takes minutes.
alter table exhibition_media
  add column made_percent smallint not null default 0
    constraint exhibition_media_made_percent check (made_percent between 0 and 100);
