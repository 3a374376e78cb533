-- What people agree to and in which version, and what is left of them when they close their account. The event log stays
-- append-only with one exception: the name of a person who has been erased may be taken out of it.
create table office.policies (
  id uuid primary key,
  kind text not null check (kind in ('privacy', 'terms')),
  version integer not null check (version > 0),
  title text not null,
  title_en text not null,
  body text not null,
  body_en text not null,
  holds_from timestamptz not null,
  created_at timestamptz not null,
  created_by_name text not null,
  constraint policies_version_key unique (kind, version)
);
create trigger policies_append_only before update or delete on office.policies for each row execute function platform.refuse_change();

create table office.consents (
  account_id uuid not null,
  kind text not null,
  version integer not null,
  origin text not null check (origin in ('registration', 'sign_in', 'account')),
  at timestamptz not null,
  primary key (account_id, kind, version),
  foreign key (kind, version) references office.policies (kind, version)
);

create table office.account_closings (
  account_id uuid primary key,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  erased_at timestamptz
);
create index account_closings_due on office.account_closings (due_at) where erased_at is null;

-- A code is sent before there is an account: what was written to a number is found by its blind index when its owner goes.
alter table platform.messages add column recipient_index bytea;
create index messages_recipient on platform.messages (recipient_index) where recipient_index is not null;
create index messages_account on platform.messages (account_id) where account_id is not null;

create function platform.refuse_change_of_event() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.actor_name in ('', old.actor_name)
    and (new.data = old.data or (old.aggregate in ('account', 'customer') and new.data = '{"erased": true}'::jsonb))
    and to_jsonb(new) - 'actor_name' - 'data' = to_jsonb(old) - 'actor_name' - 'data' then
    return new;
  end if;
  raise exception '% is append-only: correct it with a new row', tg_table_name using errcode = 'restrict_violation';
end $$;
drop trigger events_append_only on platform.events;
create trigger events_append_only before update or delete on platform.events for each row execute function platform.refuse_change_of_event();
