-- A role remembers which preset it began with, so that people can compare and put it back. Redeeming vouchers becomes a right of its own: shop staff
-- who redeem need not be able to change orders. Who could redeem before still can.
alter table office.roles add column preset text;
update office.roles set preset = code where code in ('owner', 'ops', 'goods', 'service', 'warehouse', 'finance');
update office.roles set permissions = permissions || '{vouchers.redeem}'
  where 'orders.change' = any (permissions) and not 'vouchers.redeem' = any (permissions);
update office.api_keys set scopes = scopes || '{vouchers.redeem}'
  where 'orders.change' = any (scopes) and not 'vouchers.redeem' = any (scopes);
