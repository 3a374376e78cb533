-- Finished sales are followed to their end: the buyer is asked once, some days after the receipt, how it was, and the answer is kept.

create table sales.follow_ups (
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  asked_at timestamptz not null,
  rating integer check (rating between 1 and 5),
  words text not null default '',
  answered_at timestamptz,
  primary key (shop_id, order_id),
  check ((rating is null) = (answered_at is null))
);
create index follow_ups_answered on sales.follow_ups (shop_id, answered_at desc, order_id desc) where answered_at is not null;
create index follow_ups_open on sales.follow_ups (shop_id, asked_at desc, order_id desc) where answered_at is null;
