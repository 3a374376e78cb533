-- A role may be given for chosen warehouses alone; null means all of the shop, those opened later included.
alter table office.staff_roles add column warehouses uuid[] check (cardinality(warehouses) > 0);
