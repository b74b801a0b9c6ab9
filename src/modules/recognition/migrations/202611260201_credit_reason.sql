-- Why a person recognised more credit on a line than the conversion of the host's credit gives.
alter table case_lines add column credit_reason text
  check (char_length(credit_reason) between 1 and 1000);
