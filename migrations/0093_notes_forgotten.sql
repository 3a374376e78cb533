-- What staff noted on an order may name its buyer, also where the history of the order repeats it. When the recipient is forgotten or the buyer is erased,
-- the log may lose those words, and nothing else of it.
create function platform.without_notes(data jsonb) returns jsonb language sql immutable as $$
  select data - array['note', 'remark', 'text']
    || case when jsonb_typeof(data -> 'before') = 'object' then jsonb_build_object('before', (data -> 'before') - 'note') else '{}' end
    || case when jsonb_typeof(data -> 'after') = 'object' then jsonb_build_object('after', (data -> 'after') - 'note') else '{}' end
$$;

create or replace function platform.refuse_change_of_event() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.actor_name in ('', old.actor_name)
    and (new.data = old.data or (old.aggregate in ('account', 'customer') and new.data = '{"erased": true}'::jsonb)
      or (old.aggregate = 'order' and new.data = platform.without_notes(old.data)))
    and to_jsonb(new) - 'actor_name' - 'data' = to_jsonb(old) - 'actor_name' - 'data' then
    return new;
  end if;
  raise exception '% is append-only: correct it with a new row', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Orders whose recipient was forgotten before.
create temporary table forgotten_before on commit drop as
  select shop_id, aggregate_id as order_id from platform.events where type = 'order.recipient_forgotten';
delete from sales.order_marks m using forgotten_before f where m.shop_id = f.shop_id and m.order_id = f.order_id and m.flag is null;
update sales.order_marks m set note = '' from forgotten_before f where m.shop_id = f.shop_id and m.order_id = f.order_id;
update sales.order_contacts t set note = '' from forgotten_before f where t.shop_id = f.shop_id and t.order_id = f.order_id;
update sales.order_confirmations t set note = '' from forgotten_before f where t.shop_id = f.shop_id and t.order_id = f.order_id;
update sales.order_checks t set note = '' from forgotten_before f where t.shop_id = f.shop_id and t.order_id = f.order_id;
update sales.order_comments t set words = '', former = '[]' from forgotten_before f where t.shop_id = f.shop_id and t.order_id = f.order_id;
update sales.order_issues t set resolution = '', data = data - 'reason' from forgotten_before f where t.shop_id = f.shop_id and t.order_id = f.order_id;
update sales.follow_ups t set words = '' from forgotten_before f where t.shop_id = f.shop_id and t.order_id = f.order_id;
update platform.events e set data = platform.without_notes(data) from forgotten_before f
  where e.shop_id = f.shop_id and e.aggregate_id = f.order_id and e.data <> platform.without_notes(e.data);
