-- Work that somebody owes by a day, for people rather than for the clock; vouchers, by which a service is received instead
-- of a parcel; and the report on what does not sell, the first thing that opens tasks.
create table office.tasks (
  id uuid primary key,
  shop_id uuid not null,
  kind text not null,
  title text not null,
  subject text not null,
  subject_id uuid,
  role text not null,
  due_on date not null,
  status text not null default 'open' check (status in ('open', 'done', 'dropped')),
  opened_by text not null,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  outcome text,
  note text,
  check ((status = 'open') = (done_at is null))
);
create unique index tasks_one_open on office.tasks (shop_id, kind, subject_id) where status = 'open';
create index tasks_open on office.tasks (shop_id, status, due_on, id);

-- One voucher per unit of a service: a code the buyer shows, spent once.
create table sales.vouchers (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null references sales.orders,
  order_line_id uuid not null references sales.order_lines,
  unit integer not null check (unit > 0),
  code text not null,
  status text not null default 'open' check (status in ('open', 'redeemed', 'void')),
  appointment_at timestamptz,
  created_at timestamptz not null,
  redeemed_at timestamptz,
  redeemed_by text,
  constraint vouchers_code_key unique (shop_id, code),
  constraint vouchers_unit_key unique (shop_id, order_line_id, unit),
  check ((status = 'redeemed') = (redeemed_at is not null))
);
create index vouchers_order on sales.vouchers (shop_id, order_id);
create index vouchers_appointments on sales.vouchers (shop_id, appointment_at) where status = 'open';

create schema if not exists insight;
create table insight.slow_reports (
  id uuid primary key,
  shop_id uuid not null,
  made_on date not null,
  days integer not null,
  most_sold integer not null,
  created_at timestamptz not null,
  constraint slow_reports_once unique (shop_id, made_on)
);
create table insight.slow_products (
  shop_id uuid not null,
  report_id uuid not null references insight.slow_reports,
  product_id uuid not null,
  sold integer not null,
  stock integer not null,
  task_id uuid,
  primary key (shop_id, report_id, product_id)
);
