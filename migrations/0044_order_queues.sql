-- The queues that people watch stay short while the orders of years pile up behind them: goods on the way, and money on its way
-- back, are found by indexes that hold nothing else, so that lists and counters cost the same at a million orders as at ten thousand.
create index orders_on_the_way on sales.orders (shop_id, placed_at desc, id desc) where status = 'open' and fulfilment_status = 'shipped';
create index orders_refunding on sales.orders (shop_id, placed_at desc, id desc)
  where refunded_minor > 0 and (payment_status = 'paid' or (payment_status = 'partly_refunded' and refunded_minor + waived_minor = total_minor));
