-- Staff are bound to confidentiality before they see customers' data: a statement in versions that are never changed, and who confirmed which.
create table office.confidentiality_statements (
  shop_id uuid not null references office.shops,
  version integer not null check (version > 0),
  body text not null,
  body_en text not null,
  created_at timestamptz not null,
  created_by_name text not null,
  primary key (shop_id, version)
);
create trigger statements_append_only before update or delete on office.confidentiality_statements for each row execute function platform.refuse_change();

create table office.confidentiality_confirmations (
  shop_id uuid not null,
  account_id uuid not null references office.accounts,
  version integer not null,
  at timestamptz not null,
  primary key (shop_id, account_id, version),
  foreign key (shop_id, version) references office.confidentiality_statements (shop_id, version)
);
create trigger confirmations_append_only before update or delete on office.confidentiality_confirmations for each row execute function platform.refuse_change();
