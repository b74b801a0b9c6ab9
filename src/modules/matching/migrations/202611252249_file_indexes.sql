-- Files are looked up from their other end when one is deleted.
create index matching_lists_file on matching_lists (file_id);
create index matching_runs_inputs on matching_runs (inputs_file_id);
create index matching_runs_names on matching_runs (names_file_id);
create index matching_runs_certificate on matching_runs (certificate_file_id);
