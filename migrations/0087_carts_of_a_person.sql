-- The badge of every page counts what a person has in the carts of all shops, as the page of the cart shows them.
create index carts_of_customer on sales.carts (customer_id) where status = 'active' and purpose = 'cart' and customer_id is not null;
create index carts_of_guest on sales.carts (guest_hash) where status = 'active' and purpose = 'cart' and customer_id is null;
