-- One payment may pay the orders of several shops: every payment says exactly how much of it pays which order. Until now a
-- payment was its order's alone; from here on the share carries what an order paid, got back and paid once too often.
alter table sales.orders add column checkout_id uuid;
create index orders_checkout on sales.orders (checkout_id) where checkout_id is not null;

create table sales.payment_shares (
  shop_id uuid not null,
  payment_id uuid not null references sales.payments,
  order_id uuid not null references sales.orders,
  amount_minor bigint not null check (amount_minor > 0),
  refund_minor bigint not null default 0,
  surplus boolean not null default false,
  -- Whether the payment may still bring money: kept by the trigger below, so that an order has at most one such payment.
  is_open boolean not null,
  primary key (shop_id, payment_id),
  constraint payment_shares_refund check (refund_minor between 0 and amount_minor)
);
create index payment_shares_order on sales.payment_shares (shop_id, order_id);
create index payment_shares_payment on sales.payment_shares (payment_id);

insert into sales.payment_shares (shop_id, payment_id, order_id, amount_minor, refund_minor, surplus, is_open)
select shop_id, id, order_id, amount_minor, refund_minor, surplus, status in ('created', 'pending', 'unknown') from sales.payments;

create unique index payment_shares_one_open on sales.payment_shares (shop_id, order_id) where is_open;

-- A process of the release before writes payments without shares: then the whole of it is its one order's.
create function sales.keep_payment_shares() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    update sales.payment_shares set is_open = new.status in ('created', 'pending', 'unknown') where payment_id = new.id;
  elsif not exists (select from sales.payment_shares where payment_id = new.id) then
    insert into sales.payment_shares (shop_id, payment_id, order_id, amount_minor, refund_minor, surplus, is_open)
    values (new.shop_id, new.id, new.order_id, new.amount_minor, new.refund_minor, new.surplus, new.status in ('created', 'pending', 'unknown'));
  end if;
  return null;
end $$;
create trigger payments_keep_shares after insert or update of status on sales.payments for each row execute function sales.keep_payment_shares();
