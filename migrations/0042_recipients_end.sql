-- Who got an order is kept as long as the law asks and not without end: afterwards the order stays in the books, its recipient goes.
-- Programs from before read these columns only of orders that are under way, whose recipients stay.
alter table sales.orders
  alter column recipient_cipher drop not null,
  alter column phone_index drop not null,
  alter column phone_last4_index drop not null;
alter table supply.outbounds alter column recipient_cipher drop not null;

-- Something of a recipient is as bad as all of it, and nobody can be sent goods whose address is gone.
alter table sales.orders add constraint orders_recipient_whole check (
  recipient_cipher is not null and phone_index is not null and phone_last4_index is not null
  or recipient_cipher is null and phone_index is null and phone_last4_index is null and recipient_index is null and status <> 'open'
) not valid;
alter table sales.orders validate constraint orders_recipient_whole;
alter table supply.outbounds add constraint outbounds_recipient_needed
  check (recipient_cipher is not null or status in ('handed_over', 'cancelled')) not valid;
alter table supply.outbounds validate constraint outbounds_recipient_needed;

create index orders_recipients_kept on sales.orders (shop_id, placed_at) where status <> 'open' and recipient_cipher is not null;
