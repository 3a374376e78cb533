-- Variants that very many want at the same moment (a flash sale). Their pieces are set aside before the order, for all who ask at once in one transaction,
-- because one row can be written about a thousand times a second and no more. Which variants these are is a decision of the shop's staff.
create table supply.hot_variants (
  shop_id uuid not null,
  variant_id uuid not null,
  since timestamptz not null,
  primary key (shop_id, variant_id)
);
