-- What the daily examination of the house found, so that a person sees since when something does not hold.
create schema insight;

create table insight.examinations (
  id uuid primary key,
  shop_id uuid not null,
  at timestamptz not null,
  broken integer not null check (broken >= 0),
  results jsonb not null
);
create index examinations_newest on insight.examinations (shop_id, at desc);
