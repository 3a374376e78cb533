-- Messages leave the house: how far each has come, what filled its template, and what the provider said. What was written before
-- stays where it is read, in the outbox; so does what the version before this one writes while both run.
alter table platform.messages
  add column status text not null default 'kept'
    check (status in ('waiting', 'sent', 'failed', 'expired', 'kept')),
  add column template_values jsonb not null default '{}',
  add column attempts integer not null default 0 check (attempts >= 0),
  add column sent_at timestamptz,
  add column provider_id text,
  add column last_error text;
create index messages_open on platform.messages (shop_id, status, created_at desc, id desc) where status in ('waiting', 'failed');
create index messages_age on platform.messages (created_at);
