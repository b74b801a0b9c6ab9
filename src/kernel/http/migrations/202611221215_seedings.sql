-- Which modules have laid out their part of the demonstration; empty outside demonstration mode.
create table seedings (
  module text primary key,
  finished_at timestamptz not null
);
