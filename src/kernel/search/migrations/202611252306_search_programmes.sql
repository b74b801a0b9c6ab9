-- Of which programmes a document is: a role that is limited to one finds only what is of it.
alter table search_documents add column programme_ids uuid[] not null default '{}';
