-- Counters of the order queues are read from their indexes alone, and orders that were received are found like those on their way:
-- at a million orders the first looked up every counted row, the second stepped over all that were placed since.
drop index sales.orders_unpaid, sales.orders_review, sales.orders_given_back, sales.orders_fulfilment;
create index orders_unpaid on sales.orders (pay_by) include (shop_id) where status = 'open' and payment_status = 'awaiting';
create index orders_review on sales.orders (shop_id, review_status, placed_at desc, id desc)
  include (status, payment_status, after_sales_status, refunded_minor, waived_minor, total_minor) where review_status <> 'not_needed';
create index orders_given_back on sales.orders (shop_id, after_sales_status, placed_at desc, id desc)
  include (status, payment_status, refunded_minor, waived_minor, total_minor) where after_sales_status <> 'none';
create index orders_fulfilment on sales.orders (shop_id, fulfilment_status, placed_at desc, id desc);
