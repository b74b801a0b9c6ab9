-- Where a mail program posts to stop such mail with one click (RFC 8058); forgotten once the mail has gone.
alter table mails add column one_click_path text;
