-- Rules that people write for orders: what a paid order must be like, and what is done with it then. What a rule did to which order is a row of its own: its hits are counted
-- from those, so that orders which are judged at the same moment do not wait for one counter.
create table sales.order_rules (
  id uuid primary key,
  shop_id uuid not null,
  kind text not null check (kind in ('review', 'gift', 'carrier', 'warehouse', 'merging')),
  position integer not null,
  name text not null,
  enabled boolean not null,
  conditions jsonb not null,
  action jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  removed_at timestamptz
);
create index order_rules_in_order on sales.order_rules (shop_id, kind, position) where removed_at is null;

create table sales.rule_hits (
  rule_id uuid not null references sales.order_rules,
  order_id uuid not null,
  shop_id uuid not null,
  outcome jsonb not null,
  met jsonb not null,
  at timestamptz not null,
  primary key (rule_id, order_id)
);
create index rule_hits_lately on sales.rule_hits (shop_id, rule_id, at desc, order_id desc);
create index rule_hits_of_order on sales.rule_hits (shop_id, order_id);

update office.roles set permissions = permissions || '{orders.rules}'
  where code in ('owner', 'ops') and not permissions @> '{orders.rules}';
