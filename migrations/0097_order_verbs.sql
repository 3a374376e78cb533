-- An order may leave in several boxes from one warehouse because staff say so: the box stands with the line, and a warehouse has one note for each box. The code that runs knows
-- of one box and goes on with it. Why goods are taken from a warehouse, and what the others lacked, is kept with what is set aside, because nobody can work it out afterwards.
alter table sales.order_lines add column box smallint not null default 0 check (box >= 0);
alter table supply.outbounds add column box smallint not null default 0;
alter table supply.outbounds drop constraint outbounds_source_once;
alter table supply.outbounds add constraint outbounds_source_once unique (shop_id, source_id, warehouse_id, box);
alter table supply.reservations add column considered jsonb;
