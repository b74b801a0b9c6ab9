-- What people allow: for one purpose, to one recipient, by one kind of data each.

-- The exact words under which somebody agreed, by the language in which they read them; they name nobody.
create table consent_texts (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  version integer not null check (version > 0),
  language text not null check (language in ('en', 'zh-Hans', 'th', 'ko', 'fr')),
  body text not null,
  first_shown_at timestamptz not null
);

-- What a person is asked: who wants to hand what to whom, what for, how, for how long.
create table consent_requests (
  id uuid primary key,
  origin text not null,
  person_id uuid not null references persons (id),
  purpose text not null check (
    purpose in ('exchange', 'internship', 'mentoring', 'scholarship', 'recognition', 'exhibition', 'research')
  ),
  exporter_organisation_id uuid not null references organisations (id),
  recipient_organisation_id uuid not null references organisations (id),
  -- Where the person reaches the recipient about their data: an address, a telephone number.
  contact text not null check (contact <> '' and length(contact) <= 500),
  method text not null check (method in ('network', 'file', 'platform')),
  kept_months integer not null check (kept_months between 1 and 1200),
  asked_by uuid references persons (id),
  asked_at timestamptz not null,
  needed_by date,
  ended_at timestamptz,
  check (exporter_organisation_id <> recipient_organisation_id)
);
create unique index consent_requests_same on consent_requests
  (person_id, purpose, exporter_organisation_id, recipient_organisation_id, method, kept_months, contact)
  where ended_at is null;
create index consent_requests_person on consent_requests (person_id, asked_at desc);
create index consent_requests_exporter on consent_requests (exporter_organisation_id, asked_at desc);

-- One row a kind of data: given and withdrawn by itself.
create table consents (
  id uuid primary key,
  request_id uuid not null references consent_requests (id),
  field_group text not null check (
    field_group in (
      'identity', 'contact', 'studies', 'grades', 'languages', 'portfolio',
      'identity-document', 'health', 'finance', 'family'
    )
  ),
  -- Under the law of the organisation that hands it over.
  is_sensitive boolean not null,
  state text not null check (state in ('asked', 'awaiting-guardian', 'given', 'declined', 'withdrawn')),
  changed_at timestamptz not null,
  unique (request_id, field_group)
);

-- Every step of every row, with the words that were on the page.
create table consent_events (
  id uuid primary key,
  consent_id uuid not null references consents (id),
  kind text not null check (
    kind in ('asked', 'given', 'declined', 'withdrawn', 'co-signed', 'refused-by-guardian', 'lapsed')
  ),
  at timestamptz not null,
  by_whom text not null check (by_whom in ('person', 'guardian', 'house')),
  text_sha256 text references consent_texts (sha256),
  -- Somebody agrees to words, never to nothing.
  check ((kind in ('given', 'co-signed')) = (text_sha256 is not null))
);
create index consent_events_consent on consent_events (consent_id, at);

create function refuse_change_of_consent() returns trigger language plpgsql as $$
begin
  raise exception 'what somebody agreed to is append-only: % on % is refused', tg_op, tg_table_name;
end $$;
create trigger consent_texts_append_only before update or delete on consent_texts
  for each row execute function refuse_change_of_consent();
create trigger consent_texts_no_truncate before truncate on consent_texts
  for each statement execute function refuse_change_of_consent();
create trigger consent_events_append_only before update or delete on consent_events
  for each row execute function refuse_change_of_consent();
create trigger consent_events_no_truncate before truncate on consent_events
  for each statement execute function refuse_change_of_consent();
