-- A link is forgotten ninety days after its end, and a read by it is kept for as long as the operator says. The record
-- keeps the id of a link that is no more; a key would have kept every link, or stopped the night's forgetting.
alter table personal_reads drop constraint personal_reads_link_id_fkey;
