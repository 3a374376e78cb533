-- A buyer who waits asks where the parcel is or when it leaves: each question is kept with its answer, so that none is lost and
-- the same one is not asked twice.
create table care.parcel_questions (
  id uuid primary key,
  shop_id uuid not null,
  order_id uuid not null,
  order_number text not null,
  customer_id uuid not null,
  kind text not null check (kind in ('inquiry', 'reminder')),
  status text not null default 'open' check (status in ('open', 'answered')),
  asked_by text not null check (asked_by in ('buyer', 'staff')),
  question text not null default '',
  dispatch_by timestamptz,
  promise_broken boolean not null,
  answer text,
  answered_by text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  check ((status = 'answered') = (answered_at is not null and answer is not null))
);
create unique index parcel_questions_one_open on care.parcel_questions (shop_id, order_id, kind) where status = 'open';
create index parcel_questions_order on care.parcel_questions (shop_id, order_id, asked_at);
create index parcel_questions_waiting on care.parcel_questions (shop_id, asked_at, id) where status = 'open';
create index parcel_questions_newest on care.parcel_questions (shop_id, asked_at desc, id desc);
