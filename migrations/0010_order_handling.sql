-- Several orders of one buyer may leave in one box, and what the desk does between payment and dispatch (checks, contacts,
-- confirmations, what went wrong and how it was settled) is kept beside the order instead of in somebody's notebook.

create table sales.shipments (
  id uuid primary key,
  shop_id uuid not null,
  number text not null,
  created_at timestamptz not null,
  created_by text not null,
  constraint shipments_number_key unique (shop_id, number)
);

-- What an order leaves under: itself, or the shipment it was merged into. The index of the recipient finds orders of one address;
-- orders from before have none and are merged only by hand. Agreed times hold an order back, a finished check lets it go.
alter table sales.orders
  add column shipment_id uuid references sales.shipments,
  add column recipient_index bytea,
  add column release_from timestamptz,
  add column checked_at timestamptz;
create index orders_shipment on sales.orders (shop_id, shipment_id) where shipment_id is not null;
create index orders_mergeable on sales.orders (shop_id, customer_id, recipient_index)
  where status = 'open' and fulfilment_status in ('pending', 'released');

-- The orders whose goods lie in one box, as people search and print them; empty for an outbound of one order.
alter table supply.outbounds add column source_numbers text[] not null default '{}';

create table sales.order_checks (
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  item text not null check (item in ('goods', 'quantity', 'address', 'contact', 'payment', 'recipient')),
  note text not null default '',
  checked_at timestamptz not null,
  checked_by text not null,
  primary key (shop_id, order_id, item)
);

create table sales.order_contacts (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  way text not null check (way in ('call', 'message', 'email', 'visit')),
  outcome text not null check (outcome in ('agreed', 'reached', 'no_answer', 'wrong_number', 'refused')),
  note text not null,
  next_due_at timestamptz,
  at timestamptz not null,
  by_name text not null
);
create index order_contacts_order on sales.order_contacts (shop_id, order_id, at);
create index order_contacts_due on sales.order_contacts (shop_id, next_due_at) where next_due_at is not null;

create table sales.order_confirmations (
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  way text not null check (way in ('email', 'call')),
  reason text not null,
  status text not null check (status in ('to_call', 'sent', 'confirmed', 'declined')),
  note text not null default '',
  created_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  primary key (shop_id, order_id)
);
create index order_confirmations_open on sales.order_confirmations (shop_id, created_at) where status = 'to_call';

create table sales.order_issues (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  kind text not null,
  data jsonb not null default '{}',
  status text not null default 'open' check (status in ('open', 'settled')),
  owner_id uuid,
  owner_name text,
  resolution text not null default '',
  opened_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  check ((status = 'settled') = (settled_at is not null))
);
create unique index order_issues_once on sales.order_issues (shop_id, order_id, kind) where status = 'open';
create index order_issues_open on sales.order_issues (shop_id, opened_at, id) where status = 'open';
create index order_issues_settled on sales.order_issues (shop_id, settled_at desc, id desc) where status = 'settled';

-- What was sold and is not there: how the buyer wants it settled, and how it was.
create table sales.shortages (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  found_by text not null check (found_by in ('pick', 'count')),
  lines jsonb not null,
  status text not null default 'open' check (status in ('open', 'waiting', 'settled')),
  choice text check (choice in ('wait', 'replace', 'refund')),
  chosen_by text,
  chosen_at timestamptz,
  note text not null default '',
  opened_at timestamptz not null,
  settled_at timestamptz,
  check ((status = 'settled') = (settled_at is not null))
);
create unique index shortages_once on sales.shortages (shop_id, order_id) where status <> 'settled';
