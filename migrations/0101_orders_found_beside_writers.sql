-- Made beside those who write, one statement after the other; who is stopped half way begins again.
-- Nobody looks through the list without an index meanwhile: the old one goes when the new one stands. Weight beside amount and carrier in the index of the list. Those that have none yet are weighed from the newest back.
drop index concurrently if exists sales.orders_listed_weighed;
create index concurrently orders_listed_weighed on sales.orders (shop_id, placed_at desc, id desc) include (total_minor, carrier, weight_grams);
drop index concurrently if exists sales.orders_listed;
alter index sales.orders_listed_weighed rename to orders_listed;
drop index concurrently if exists sales.orders_newest;
drop index concurrently if exists sales.orders_unweighed;
create index concurrently orders_unweighed on sales.orders (shop_id, placed_at) where weight_grams is null;
-- Who knows orders by their ids (of a SKU, a tag, a note, an issue) sorts them by their day without fetching each of them.
drop index concurrently if exists sales.orders_placed;
create index concurrently orders_placed on sales.orders (id) include (shop_id, placed_at);
-- What is due, and what can leave in one box, is read from its index alone.
drop index concurrently if exists sales.orders_leaving;
create index concurrently orders_leaving on sales.orders (shop_id, dispatch_by) include (placed_at, id)
  where status = 'open' and fulfilment_status in ('waiting', 'pending', 'released', 'short', 'partly_shipped');
drop index concurrently if exists sales.orders_to_ship;
drop index concurrently if exists sales.orders_in_one_box;
create index concurrently orders_in_one_box on sales.orders (shop_id, customer_id, recipient_index) include (id, placed_at, carrier, payment_status, review_status, shipment_id, rest_by)
  where status = 'open' and fulfilment_status in ('pending', 'released');
drop index concurrently if exists sales.orders_mergeable;
-- The orders of a variant are found in an index alone.
drop index concurrently if exists sales.order_lines_variant;
create index concurrently order_lines_variant on sales.order_lines (shop_id, product_id, variant_id, order_id);
drop index concurrently if exists sales.order_lines_product;
-- Those of a warehouse that few orders come from begin at what was set aside there, not at the orders of two weeks (30 to 100 ms).
drop index concurrently if exists supply.reservations_of_warehouse;
create index concurrently reservations_of_warehouse on supply.reservations (shop_id, warehouse_id, created_at) include (holder_id) where status in ('held', 'consumed');
