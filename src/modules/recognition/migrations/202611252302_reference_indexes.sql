-- What is looked up from the other end: a file that is to be deleted asks each table that may hold it, and a person's
-- export, erasure and merge ask for what is theirs.
create index catalogues_file on catalogues (file_id) where file_id is not null;
create index content_files_file on content_files (file_id);
create index equivalence_evidence_file on equivalence_evidence (file_id) where file_id is not null;
create index statement_archives_file on statement_archives (file_id) where file_id is not null;
create index transcripts_file on transcripts (file_id) where file_id is not null;
create index transcripts_scan_file on transcripts (scan_file_id) where scan_file_id is not null;
create index transcript_drafts_file on transcript_drafts (file_id) where file_id is not null;
create index transcript_drafts_scan_file on transcript_drafts (scan_file_id) where scan_file_id is not null;
create index transcript_drafts_person on transcript_drafts (person_id) where person_id is not null;
create index content_uses_case on content_uses (case_id) where case_id is not null;
create index content_uses_equivalence on content_uses (equivalence_id) where equivalence_id is not null;
create index case_comment_mentions_person on case_comment_mentions (person_id);
