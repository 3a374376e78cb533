-- Whatever an order desk filters by is found without a search through the orders of years, also when nothing answers to it: every axis has an
-- index of the orders that are not as nearly all are (paid, received, never reviewed, never given back), in the order of the list.
-- They do what three narrower ones did.
create index orders_fulfilment on sales.orders (shop_id, fulfilment_status, placed_at desc, id desc) where status = 'open' or fulfilment_status <> 'received';
create index orders_payment on sales.orders (shop_id, payment_status, placed_at desc, id desc) where payment_status <> 'paid';
create index orders_review on sales.orders (shop_id, review_status, placed_at desc, id desc) where review_status <> 'not_needed';
create index orders_given_back on sales.orders (shop_id, after_sales_status, placed_at desc, id desc) where after_sales_status <> 'none';
create index orders_closed on sales.orders (shop_id, status, placed_at desc, id desc) where status <> 'open';
drop index sales.orders_on_the_way, sales.orders_in_review, sales.orders_after_sales;

-- A payment's refunds, for the bills of providers.
create index refunds_payment on sales.refunds (payment_id);

-- The axes hang together (what is paid and delivered is open): the planner must know, or it takes a long queue for a few orders and sorts it whole.
create statistics sales.orders_axes (mcv, dependencies) on status, review_status, payment_status, fulfilment_status, after_sales_status from sales.orders;
