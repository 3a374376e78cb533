-- Roles are edited on a page, and whoever leaves or forgets is seen to there: a password that somebody else gave is good for a
-- short time and one purpose, choosing another; who worked here once stays on the list.
alter table office.accounts add column password_temporary_until timestamptz;

create table office.former_staff (
  shop_id uuid not null references office.shops,
  account_id uuid not null references office.accounts,
  left_at timestamptz not null,
  roles text[] not null,
  ended_by_name text not null,
  primary key (shop_id, account_id)
);
