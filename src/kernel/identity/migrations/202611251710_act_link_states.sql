-- Why a single-act link opens nothing any more, so that its page can say so.
alter table single_act_links add column last_used_at timestamptz;
alter table single_act_links add column revoked_reason text
  check (revoked_reason in ('done', 'cancelled', 'given-away', 'withdrawn', 'replaced', 'person-gone'));
alter table single_act_links add check (revoked_reason is null or revoked_at is not null);
-- A task that is done closes its open links, and a mail of the same task looks for them.
create index single_act_links_open on single_act_links (object_id) where revoked_at is null;
