-- Auditors read the whole log of a shop newest first, and that of one person.
create index events_newest on platform.events (shop_id, at desc, id desc);
create index events_actor on platform.events (shop_id, actor_id, at desc, id desc) where actor_id is not null;
