-- Events of integrations and providers are few among those of people and of the house itself: who asked the audit trail for them, at some million events, had all of them read (1 to 2 s).
create index events_of_machines on platform.events (shop_id, actor_kind, at desc, id desc) where actor_kind in ('key', 'provider');
