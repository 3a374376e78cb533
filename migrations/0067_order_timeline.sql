-- Staff talk about an order where it lies: comments, and whom they call. A colleague who is called hears of it by a notice of their own, so a notice may be addressed to one
-- person instead of to a permission. What was told about a thing is found by the thing, for its timeline and for settling it.
create table sales.order_comments (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  words text not null,
  mentions jsonb not null default '[]',
  by_id uuid,
  by_name text not null,
  at timestamptz not null
);
create index order_comments_order on sales.order_comments (shop_id, order_id, at);

alter table office.notices add column account_id uuid references office.accounts;
create index notices_own on office.notices (account_id, shop_id, created_at desc) where done_at is null and account_id is not null;
create index notices_subject on office.notices (shop_id, subject_id) where subject_id is not null;
