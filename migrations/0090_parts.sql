-- An order may leave in parts: pieces of one line in several boxes, and what is missing later than what is there. The box stands with what is set aside, where it stood with the line;
-- a line may then hold pieces in several boxes of one warehouse. The code that runs knows one box a line and goes on with it; an order that it splits while it is being replaced is split
-- again. A database made with this migration has nothing to bring over, and no column to bring it from yet.
alter table supply.reservations add column box smallint not null default 0 check (box >= 0);
alter table supply.reservations drop constraint reservations_once;
alter table supply.reservations add constraint reservations_once unique (shop_id, holder_id, line_id, warehouse_id, box);
do $$ begin
  if exists (select from information_schema.columns where table_schema = 'sales' and table_name = 'order_lines' and column_name = 'box') then
    update supply.reservations r set box = l.box from sales.order_lines l where l.shop_id = r.shop_id and l.id = r.line_id and l.box > 0;
  end if;
end $$;

-- When what is missing of an order that leaves in parts is promised: the promise clock counts it once all that was there has left.
alter table sales.orders add column rest_by timestamptz;
