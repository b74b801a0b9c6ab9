-- Agreements between institutions. Nobody holds the master copy: each partner has its own, with versions that are never
-- changed; an approval is of one version, by its hash.

create table agreements (
  id uuid primary key,
  origin text not null,
  kind text not null check (kind in ('agreement', 'framework', 'annex')),
  framework_id uuid references agreements (id),
  title text not null check (length(title) between 1 and 200),
  state text not null check (state in ('draft', 'proposed', 'rejected', 'withdrawn', 'in-force', 'changing', 'terminated')),
  made_by_organisation_id uuid not null references organisations (id),
  made_at timestamptz not null,
  -- When all partners had approved for the first time, or it was put on record as agreed before.
  concluded_at timestamptz,
  -- It was agreed before it came here: its partners were not asked again.
  recorded boolean not null default false,
  -- The last academic year after an end before its time.
  last_year text check (last_year ~ '^[0-9]{4}/[0-9]{4}$'),
  changed_at timestamptz not null,
  check ((framework_id is null) or kind = 'annex'),
  check (kind <> 'annex' or framework_id is not null),
  check (state not in ('in-force', 'changing', 'terminated') or concluded_at is not null),
  check ((state = 'terminated') = (last_year is not null))
);
create index agreements_framework on agreements (framework_id);
create index agreements_maker on agreements (made_by_organisation_id);

-- A partner's copy. Its id is the partner's IIA id of EWP: it is there before the copy says anything, and is never used again.
create table agreement_copies (
  id uuid primary key,
  agreement_id uuid not null references agreements (id),
  organisation_id uuid not null references organisations (id),
  position integer not null check (position between 0 and 19),
  -- A partner learns of an agreement once a first version was sent.
  visible boolean not null,
  -- The partner's own number of the agreement.
  code text not null default '' check (length(code) <= 100),
  -- The id of the copy where the partner keeps it in a program of its own.
  foreign_id text check (foreign_id ~ '^[!-~]{1,64}$'),
  -- What is being written and nobody else sees.
  draft jsonb not null,
  draft_number integer not null default 0 check (draft_number >= 0),
  draft_at timestamptz not null,
  sent_version_id uuid,
  agreed_version_id uuid,
  -- Of what was agreed, or of what was sent last: lists look for them.
  first_year text check (first_year ~ '^[0-9]{4}/[0-9]{4}$'),
  last_year text check (last_year ~ '^[0-9]{4}/[0-9]{4}$'),
  unique (agreement_id, organisation_id),
  unique (agreement_id, position),
  check (agreed_version_id is null or sent_version_id is not null)
);
create index agreement_copies_organisation on agreement_copies (organisation_id);

create table agreement_versions (
  id uuid primary key,
  copy_id uuid not null references agreement_copies (id),
  number integer not null check (number >= 1),
  text jsonb not null,
  -- SHA-256 of the EWP text-to-hash, and of the canonical JSON of the whole text.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  source text not null check (source in ('here', 'ewp', 'record')),
  sent_at timestamptz not null,
  sent_by uuid references persons (id),
  unique (copy_id, number),
  unique (id, copy_id)
);
create index agreement_versions_sender on agreement_versions (sent_by);

alter table agreement_copies
  add foreign key (sent_version_id, id) references agreement_versions (id, copy_id),
  add foreign key (agreed_version_id, id) references agreement_versions (id, copy_id);

create table agreement_approvals (
  version_id uuid not null references agreement_versions (id),
  organisation_id uuid not null references organisations (id),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  approved_at timestamptz not null,
  -- Null where it came by a link or from another program.
  approved_by uuid references persons (id),
  primary key (version_id, organisation_id)
);
create index agreement_approvals_approver on agreement_approvals (approved_by);

create table agreement_refusals (
  version_id uuid not null references agreement_versions (id),
  organisation_id uuid not null references organisations (id),
  reason text not null check (length(reason) between 1 and 2000),
  refused_at timestamptz not null,
  refused_by uuid references persons (id),
  primary key (version_id, organisation_id)
);
create index agreement_refusals_refuser on agreement_refusals (refused_by);

-- An end before its time that one partner asks for or gives notice of.
create table agreement_ends (
  id uuid primary key,
  agreement_id uuid not null references agreements (id),
  organisation_id uuid not null references organisations (id),
  last_year text not null check (last_year ~ '^[0-9]{4}/[0-9]{4}$'),
  reason text not null check (length(reason) between 1 and 2000),
  -- The notice is shorter than an academic year: it holds only when every partner consents.
  by_consent boolean not null,
  declared_at timestamptz not null,
  declared_by uuid references persons (id),
  settled_at timestamptz,
  outcome text check (outcome in ('ended', 'declined', 'taken-back')),
  check ((settled_at is null) = (outcome is null))
);
create unique index agreement_ends_open on agreement_ends (agreement_id) where settled_at is null;
create index agreement_ends_declarer on agreement_ends (declared_by);

create table agreement_consents (
  end_id uuid not null references agreement_ends (id),
  organisation_id uuid not null references organisations (id),
  consented_at timestamptz not null,
  consented_by uuid references persons (id),
  primary key (end_id, organisation_id)
);
create index agreement_consents_giver on agreement_consents (consented_by);

-- Whom the partners write to; no part of what is agreed or hashed.
create table agreement_contacts (
  copy_id uuid not null references agreement_copies (id),
  position integer not null check (position between 0 and 19),
  name text not null check (length(name) between 1 and 200),
  email text check (email ~ '^[^@\s]+@[^@\s]+$'),
  signs boolean not null default false,
  primary key (copy_id, position)
);
create index agreement_contacts_email on agreement_contacts (lower(email));

-- How many seats of an agreement were used between two partners in a year.
create table agreement_uses (
  agreement_id uuid not null references agreements (id),
  kind text not null check (kind in ('study', 'traineeship', 'teaching', 'training')),
  sending_organisation_id uuid not null references organisations (id),
  receiving_organisation_id uuid not null references organisations (id),
  academic_year text not null check (academic_year ~ '^[0-9]{4}/[0-9]{4}$'),
  used integer not null check (used between 0 and 99999),
  recorded_at timestamptz not null,
  primary key (agreement_id, kind, sending_organisation_id, receiving_organisation_id, academic_year),
  check (sending_organisation_id <> receiving_organisation_id)
);

create function agreements_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'what was agreed on is not changed';
end $$;
create trigger agreement_versions_stay before update or delete on agreement_versions
  for each row execute function agreements_append_only();
create trigger agreement_approvals_stay before update or delete on agreement_approvals
  for each row execute function agreements_append_only();
create trigger agreement_refusals_stay before update or delete on agreement_refusals
  for each row execute function agreements_append_only();
create trigger agreement_consents_stay before update or delete on agreement_consents
  for each row execute function agreements_append_only();
