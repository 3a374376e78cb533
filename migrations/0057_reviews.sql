-- What buyers say about what they bought: a review for each line of a received order, scores for the order itself, and what the
-- shop says about the buyer.
create table care.reviews (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null,
  order_number text not null,
  order_line_id uuid not null,
  product_id uuid not null,
  variant_id uuid not null,
  name text not null,
  name_en text not null,
  specification text not null,
  specification_en text not null,
  customer_id uuid not null,
  author text not null,
  anonymous boolean not null,
  stars smallint not null check (stars between 1 and 5),
  words text not null default '',
  picture_ids uuid[] not null default '{}',
  follow_up text,
  follow_up_picture_ids uuid[] not null default '{}',
  followed_up_at timestamptz,
  state text not null check (state in ('shown', 'held', 'hidden')),
  state_reason text,
  state_by text,
  reply text,
  replied_by text,
  replied_at timestamptz,
  locale text not null,
  written_at timestamptz not null,
  changed_at timestamptz,
  check ((follow_up is null) = (followed_up_at is null)),
  check ((reply is null) = (replied_at is null)),
  check ((state = 'shown') = (state_reason is null)),
  constraint reviews_line_once unique (shop_id, order_line_id)
);
create index reviews_of_product on care.reviews (shop_id, product_id, written_at desc, id desc);
create index reviews_newest on care.reviews (shop_id, written_at desc, id desc);
create index reviews_unanswered on care.reviews (shop_id, written_at desc, id desc) where reply is null;
create index reviews_low on care.reviews (shop_id, written_at desc, id desc) where stars <= 3;
create index reviews_out_of_sight on care.reviews (shop_id, written_at desc, id desc) where state <> 'shown';
create index reviews_of_order on care.reviews (shop_id, order_id);
create index reviews_of_customer on care.reviews (customer_id, written_at desc);

-- Kept by the transaction that writes the review, so that a page shows a score without counting.
create table care.product_ratings (
  shop_id uuid not null,
  product_id uuid not null,
  one integer not null default 0 check (one >= 0),
  two integer not null default 0 check (two >= 0),
  three integer not null default 0 check (three >= 0),
  four integer not null default 0 check (four >= 0),
  five integer not null default 0 check (five >= 0),
  pictured integer not null default 0 check (pictured between 0 and one + two + three + four + five),
  followed_up integer not null default 0 check (followed_up between 0 and one + two + three + four + five),
  primary key (shop_id, product_id)
);

create table care.order_ratings (
  shop_id uuid not null,
  order_id uuid not null,
  customer_id uuid not null,
  description smallint not null check (description between 1 and 5),
  service smallint not null check (service between 1 and 5),
  logistics smallint not null check (logistics between 1 and 5),
  rated_at timestamptz not null,
  primary key (shop_id, order_id)
);
create index order_ratings_lately on care.order_ratings (shop_id, rated_at) include (description, service, logistics);

create table care.buyer_ratings (
  shop_id uuid not null,
  order_id uuid not null,
  customer_id uuid not null,
  stars smallint not null check (stars between 1 and 5),
  words text not null default '',
  rated_by text not null,
  rated_at timestamptz not null,
  primary key (shop_id, order_id)
);
create index buyer_ratings_of_customer on care.buyer_ratings (shop_id, customer_id, rated_at desc);

-- Who owns a shop, keeps its operations or serves its customers reads and answers reviews from the day they can be written.
update office.roles set permissions = permissions || '{reviews.read,reviews.answer}'
  where code in ('owner', 'ops', 'service') and not permissions @> '{reviews.read}';
update office.roles set permissions = permissions || '{reviews.read}'
  where code = 'goods' and not permissions @> '{reviews.read}';
