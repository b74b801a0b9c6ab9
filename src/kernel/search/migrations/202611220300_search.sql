-- What can be searched: one row an object, projected by the module that owns it.
create table search_documents (
  kind text not null,
  object_id text not null,
  visibility text not null check (visibility in ('public', 'signed-in', 'organisations', 'persons')),
  organisation_ids uuid[] not null,
  roles text[] not null,
  person_ids uuid[] not null,
  title jsonb not null,
  subtitle jsonb not null,
  href text not null check (href like '/%' and href not like '//%'),
  tokens tsvector not null,
  grams tsvector not null,
  primary key (kind, object_id)
);

create index search_documents_tokens on search_documents using gin (tokens);
create index search_documents_grams on search_documents using gin (grams);
