-- A buyer may put the automatic receipt off, once; keeps names that invoices are made out to; and the account knows up to when its messages were looked at.
alter table sales.orders add column receipt_extended_at timestamptz;
alter table sales.customers add column messages_seen_at timestamptz;
create index messages_of_account on platform.messages (account_id, created_at desc, id desc) where account_id is not null and purpose <> 'security';

create table sales.invoice_titles (
  id uuid primary key,
  customer_id uuid not null references sales.customers (id),
  kind text not null check (kind in ('personal', 'company')),
  title_cipher bytea not null,
  tax_number text check ((kind = 'company') = (tax_number is not null)),
  email_cipher bytea,
  is_default boolean not null,
  created_at timestamptz not null
);
create index invoice_titles_customer on sales.invoice_titles (customer_id, created_at desc);
create unique index invoice_titles_one_default on sales.invoice_titles (customer_id) where is_default;
