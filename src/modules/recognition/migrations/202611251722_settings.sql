-- How a home institution works on its cases; without a row the defaults of the program apply.
create table recognition_settings (
  organisation_id uuid primary key references organisations (id),
  -- Working days that it gives itself for a case, from the day on which the transcript arrives.
  case_working_days integer not null check (case_working_days between 1 and 250),
  -- Minutes in which whoever decided may take the decision back; the student is told when they are over.
  undo_minutes integer not null check (undo_minutes between 0 and 1440),
  -- Working days that a student has for what is asked of them, and how long before the end they are reminded.
  evidence_working_days integer not null check (evidence_working_days between 1 and 250),
  reminder_working_days integer not null check (reminder_working_days between 0 and 60),
  -- Whether the time for the case stands still while the student is asked.
  evidence_pauses boolean not null,
  -- Working days for an appeal, from the day on which the student is told; null where none can be made here.
  appeal_working_days integer check (appeal_working_days between 1 and 250),
  changed_at timestamptz not null,
  changed_by uuid references persons (id)
);
