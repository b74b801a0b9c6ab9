-- A file that is to be deleted asks whether a copy holds it.
create index data_exports_file on data_exports (file_id) where file_id is not null;
