-- A sheet with many people's data is kept back until somebody else has agreed that it may leave (S37).
alter table platform.exports
  add column held boolean not null default false,
  add column agreed_by text,
  add column agreed_at timestamptz,
  add constraint exports_agreed check ((agreed_by is null) = (agreed_at is null) and (held or agreed_by is null));
create index exports_of_person on platform.exports (shop_id, (actor ->> 'id'), finished_at) where personal;
