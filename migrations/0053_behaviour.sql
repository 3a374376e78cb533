-- Nobody knew what visitors look at, search and put into their carts, so that nothing could be recommended or ranked by it, nor which pages were slow for
-- them. Whose a step is stands beside it only with that person's consent; what was computed from the steps is kept apart and made anew.
create table insight.behaviour_events (
  shop_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('view', 'list', 'search', 'click', 'cart_add', 'checkout')),
  at timestamptz not null,
  visitor_id uuid,
  session_id uuid,
  customer_id uuid,
  page text not null,
  product_id uuid,
  source text not null,
  position integer check (position > 0),
  query text,
  results integer check (results >= 0),
  referrer text not null,
  primary key (shop_id, id)
);
create index behaviour_events_newest on insight.behaviour_events (shop_id, at);
create index behaviour_events_visitor on insight.behaviour_events (visitor_id, at) where visitor_id is not null;
create index behaviour_events_customer on insight.behaviour_events (customer_id, at) where customer_id is not null;
comment on table insight.behaviour_events is 'What visitors did, by the server''s clock; visitor, session and customer only with consent';

create table insight.behaviour_choices (
  customer_id uuid primary key,
  agrees boolean not null,
  at timestamptz not null
);
comment on table insight.behaviour_choices is 'Whether an account lets its steps be remembered; who has not chosen does not';

create table insight.page_loads (
  shop_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  page text not null,
  width text not null check (width in ('phone', 'tablet', 'desk')),
  path text not null,
  first_byte_ms integer not null check (first_byte_ms >= 0),
  largest_paint_ms integer check (largest_paint_ms >= 0),
  loaded_ms integer check (loaded_ms >= 0),
  shift_thousandths integer not null check (shift_thousandths >= 0),
  primary key (shop_id, id)
);
create index page_loads_newest on insight.page_loads (shop_id, at);
comment on table insight.page_loads is 'How long pages took for real visitors; no column says whose visit it was';

create table insight.product_neighbours (
  shop_id uuid not null,
  product_id uuid not null,
  neighbour_ids uuid[] not null,
  scores real[] not null,
  people integer[] not null,
  primary key (shop_id, product_id),
  constraint product_neighbours_even check (cardinality(neighbour_ids) = cardinality(scores) and cardinality(scores) = cardinality(people)),
  constraint product_neighbours_others check (not product_id = any (neighbour_ids))
);

create table insight.product_figures (
  shop_id uuid not null,
  product_id uuid not null,
  sold integer not null check (sold >= 0),
  buyers integer not null check (buyers >= 0),
  views integer not null check (views >= 0),
  popularity real not null,
  primary key (shop_id, product_id)
);
create index product_figures_popular on insight.product_figures (shop_id, popularity desc);
create index product_figures_sold on insight.product_figures (shop_id, sold desc);

create table insight.recommendation_runs (
  shop_id uuid primary key,
  at timestamptz not null,
  people integer not null,
  steps integer not null,
  products integer not null
);
