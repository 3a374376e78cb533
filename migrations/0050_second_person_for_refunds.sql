-- A large refund that staff bring about waits for a second person: who asked, who agreed or turned it down, and that these are two.
alter table sales.refunds
  add column requester_id uuid,
  add column needs_second boolean not null default false,
  add column decider_id uuid,
  add column decided_by text,
  add column decided_at timestamptz,
  add column remark text,
  drop constraint refunds_status_check,
  add constraint refunds_status_check check (status in ('waiting', 'approved', 'sent', 'succeeded', 'failed', 'declined')),
  add constraint refunds_two_people check (
    case
      when status = 'waiting' then needs_second and decider_id is null
      else not needs_second or (decider_id is not null and decider_id is distinct from requester_id)
    end
  );
create index refunds_waiting on sales.refunds (shop_id, id) where status = 'waiting';
