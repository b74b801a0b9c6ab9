-- A signer may stand for an organisation, which each reader is told of in their own language; and what guests wrote is found
-- again, whose names stand in the chain's personal values without a person.

alter table signing_steps add column label_organisation_id uuid references organisations (id);
alter table signing_steps drop constraint signing_steps_check;
alter table signing_steps add constraint signing_steps_one_label
  check (num_nonnulls(label_name, label_words, label_organisation_id) = 1);

alter table signing_personal add column step_id uuid references signing_steps (id);
create index signing_personal_step on signing_personal (step_id) where step_id is not null;
update signing_personal p set step_id = s.id
  from signing_steps s
  where p.person_id is null and s.document_id = p.document_id and s.guest_name = p.value;
update signing_personal p set step_id = n.step_id
  from signing_personal n
  where p.field = 'reason' and p.person_id is null and n.field = 'name' and n.step_id is not null
    and n.document_id = p.document_id and n.position = p.position;
create index signing_steps_guest on signing_steps (lower(guest_address)) where guest_address is not null;
