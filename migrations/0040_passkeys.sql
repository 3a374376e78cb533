-- Passkeys stand beside authenticator apps: a challenge is asked once, by one account for one purpose, and is over soon.
alter table office.second_factors add column transports text[] not null default '{}';

create table office.passkey_challenges (
  account_id uuid not null references office.accounts,
  purpose text not null check (purpose in ('add', 'prove')),
  challenge text not null,
  expires_at timestamptz not null,
  primary key (account_id, purpose)
);
