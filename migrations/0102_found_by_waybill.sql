-- Made beside those who write, one statement after the other; who is stopped half way begins again.
-- Staff look for an order by the number on its parcel, which they know without its carrier, and for a customer by the end of a phone number or by a name. Among a million of each nothing is read through.
drop index concurrently if exists supply.parcels_waybill_of_shop;
create index concurrently parcels_waybill_of_shop on supply.parcels (shop_id, waybill_number) where waybill_number is not null;
drop index concurrently if exists office.accounts_phone_last4;
create index concurrently accounts_phone_last4 on office.accounts (phone_last4_index) where kind = 'shopper' and phone_last4_index is not null;
drop index concurrently if exists office.accounts_display_name;
create index concurrently accounts_display_name on office.accounts (lower(display_name)) where kind = 'shopper';
