-- Whether somebody else than whoever took the decision that is appealed against decides its revision, as long as there is
-- anybody else who may.
alter table recognition_settings add column revision_by_another boolean not null default true;
