-- The unique key (shop_id, order_id, position) begins with the same columns: one index less to write for every line sold.
drop index sales.order_lines_order;
