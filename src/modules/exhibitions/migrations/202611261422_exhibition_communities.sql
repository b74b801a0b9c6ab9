-- What a community says of an object: of a practice who keeps it and on which terms it may be shown, and of anything the
-- labels (Local Contexts) in the community's own words.
alter table exhibition_objects
  add column heritage jsonb not null default '{}' check (jsonb_typeof(heritage) = 'object'),
  add column community_labels jsonb not null default '[]'
    check (jsonb_typeof(community_labels) = 'array' and jsonb_array_length(community_labels) <= 10);
