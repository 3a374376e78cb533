-- What the payment providers say of a day, beside what we say: their bills, line by line, and every difference as something that a
-- person settles with a reason. The same line counts once, in whichever file it comes again.

update office.roles set permissions = permissions || '{payments.settle}'
where code in ('owner', 'finance') and not permissions @> '{payments.settle}';

create table sales.provider_bills (
  id uuid primary key,
  shop_id uuid not null,
  provider text not null,
  file_name text not null,
  digest text not null,
  from_day date not null,
  to_day date not null,
  currency char(3) not null,
  lines integer not null,
  paid_minor bigint not null,
  refunded_minor bigint not null,
  fee_minor bigint not null,
  -- Lines of other shops that share the account, and lines that an earlier file had brought.
  others integer not null,
  repeated integer not null,
  matched integer not null,
  taken_at timestamptz not null,
  taken_by text not null,
  constraint provider_bills_once unique (shop_id, provider, digest)
);
create index provider_bills_newest on sales.provider_bills (shop_id, id desc);

create table sales.bill_lines (
  id uuid primary key,
  shop_id uuid not null,
  bill_id uuid not null references sales.provider_bills,
  row integer not null,
  provider text not null,
  kind text not null check (kind in ('payment', 'refund')),
  number text not null,
  provider_ref text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  fee_minor bigint not null,
  currency char(3) not null,
  at timestamptz not null,
  constraint bill_lines_once unique (shop_id, provider, kind, provider_ref, number)
);
create index bill_lines_number on sales.bill_lines (shop_id, provider, kind, number);

create table sales.bill_exceptions (
  id uuid primary key,
  shop_id uuid not null,
  bill_id uuid not null references sales.provider_bills,
  line_id uuid references sales.bill_lines,
  kind text not null check (kind in ('missing_here', 'missing_there', 'amount', 'status', 'fee')),
  about text not null check (about in ('payment', 'refund')),
  provider text not null,
  number text not null,
  provider_ref text,
  order_id uuid,
  payment_id uuid,
  refund_id uuid,
  -- How it stands with us: a status word for `status`, else nothing.
  ours_status text,
  ours_minor bigint,
  theirs_minor bigint,
  currency char(3) not null,
  happened_at timestamptz not null,
  created_at timestamptz not null,
  resolution text,
  note text,
  resolved_at timestamptz,
  resolved_by text,
  constraint bill_exceptions_once unique nulls not distinct (shop_id, provider, about, number, kind, provider_ref),
  check ((resolution is null) = (resolved_at is null))
);
create index bill_exceptions_open on sales.bill_exceptions (shop_id, id desc) where resolved_at is null;
create index bill_exceptions_newest on sales.bill_exceptions (shop_id, id desc);
