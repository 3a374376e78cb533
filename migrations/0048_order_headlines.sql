-- Orders on their way with nothing in the way: no money to come or to give back, no review, no case. What people call their state is where their goods
-- are, so the queues that are watched all day are counted from this index alone, however many orders stand in them.
create index orders_moving on sales.orders (shop_id, fulfilment_status, placed_at desc, id desc)
  where status = 'open' and payment_status not in ('awaiting', 'refunded') and after_sales_status <> 'open' and review_status not in ('waiting', 'held')
    and not (refunded_minor > 0 and (payment_status = 'paid' or (payment_status = 'partly_refunded' and refunded_minor + waived_minor = total_minor)));
