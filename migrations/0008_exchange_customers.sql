-- A customer that another system knew may have an e-mail address there, kept sealed like every personal datum. And an order that two
-- sheets bring at once is one order: whoever comes second looks again, as for every number that is taken meanwhile.
alter table sales.customers add column email_cipher bytea;
alter table sales.orders rename constraint orders_external_once to orders_external_number_key;
