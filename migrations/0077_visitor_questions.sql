-- How buyers found the handling of their case, and what visitors ask a shop before they buy.
create table care.case_ratings (
  shop_id uuid not null,
  case_id uuid not null references care.cases,
  stars smallint not null check (stars between 1 and 5),
  words text not null default '',
  handled_by text not null,
  rated_at timestamptz not null,
  primary key (shop_id, case_id)
);
create index case_ratings_newest on care.case_ratings (shop_id, rated_at desc, case_id desc);

create table care.visitor_questions (
  id uuid primary key,
  shop_id uuid not null,
  product_id uuid,
  customer_id uuid,
  author text not null,
  contact_cipher bytea,
  words text not null,
  locale text not null,
  status text not null check (status in ('open', 'answered', 'closed')),
  answer text,
  answered_by text,
  answered_at timestamptz,
  published_at timestamptz,
  asked_at timestamptz not null,
  check ((answer is null) = (answered_at is null)),
  check (published_at is null or answer is not null)
);
create index visitor_questions_newest on care.visitor_questions (shop_id, asked_at desc, id desc);
create index visitor_questions_open on care.visitor_questions (shop_id, asked_at, id) where status = 'open';
create index visitor_questions_published on care.visitor_questions (shop_id, product_id, published_at desc) where published_at is not null;
create index visitor_questions_of_customer on care.visitor_questions (customer_id, asked_at desc);

