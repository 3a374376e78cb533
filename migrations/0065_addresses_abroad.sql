-- Addresses abroad have a town and a postcode beside street and place, so that a parcel can be labelled as its country writes addresses.
-- Sealed like the street; null for an address in mainland China. `district_code` then holds the country's letters and its area (US-CA).
alter table sales.addresses add column abroad_cipher bytea;
