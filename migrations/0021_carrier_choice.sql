-- Carriers are compared and chosen by region and requirement, and a parcel never goes out with one that does not reach its address.
-- Until now the first freight rule that knew a province decided for all carriers; from here on each carrier has its own table, and
-- ordered choices decide between those that reach.
alter table supply.carriers
  add column service_type text not null default 'express' check (service_type in ('express', 'deliver_install', 'freight')),
  add column insures boolean not null default false,
  add column max_grams integer check (max_grams > 0),
  add column cutoff text check (cutoff ~ '^([01]\d|2[0-3]):[0-5]\d$');

-- `provinces` may name cities (four digits) and districts (six) as well; `excluded` takes places out of them again.
alter table supply.freight_rules
  add column excluded text[] not null default '{}',
  add column surcharge_minor bigint not null default 0 check (surcharge_minor >= 0);

-- A rule that nobody goes somewhere was meant for every carrier whose rules come after it.
insert into supply.freight_rules
  (id, shop_id, carrier, name, provinces, reachable, first_grams, first_fee_minor, step_grams, step_fee_minor, free_from_minor, priority)
select gen_random_uuid(), block.shop_id, carrier.code, block.name, block.provinces, false, block.first_grams, block.first_fee_minor,
  block.step_grams, block.step_fee_minor, block.free_from_minor, block.priority
from supply.freight_rules block
join supply.carriers carrier on carrier.shop_id = block.shop_id and carrier.code <> block.carrier
where not block.reachable and exists (
  select from supply.freight_rules later
  where later.shop_id = block.shop_id and later.carrier = carrier.code and later.reachable
    and (later.priority, later.id) > (block.priority, block.id));

create table supply.carrier_choices (
  id uuid primary key,
  shop_id uuid not null,
  name text not null,
  applies text not null check (applies in ('always', 'oversize', 'valuable', 'perishable', 'light')),
  up_to_grams integer check (up_to_grams > 0),
  regions text[] not null default '{}',
  carriers text[] not null check (cardinality(carriers) > 0),
  only_these boolean not null default false,
  priority integer not null,
  check ((applies = 'light') = (up_to_grams is not null))
);
create index carrier_choices_order on supply.carrier_choices (shop_id, priority);

alter table sales.orders add column carrier_choice jsonb;
