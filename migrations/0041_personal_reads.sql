-- Whoever sees personal data unmasked says why, and a marketing message leaves only with a consent that holds at that moment: one that
-- was refused stays in the outbox.
create table platform.personal_reads (
  id uuid primary key,
  shop_id uuid not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  subject text not null,
  subject_id uuid not null,
  reason text not null constraint personal_reads_reason check (length(trim(reason)) > 3),
  at timestamptz not null
);
create index personal_reads_newest on platform.personal_reads (shop_id, at desc, id desc);
create index personal_reads_subject on platform.personal_reads (shop_id, subject_id);
create trigger personal_reads_append_only before update or delete on platform.personal_reads for each row execute function platform.refuse_change();

alter table platform.messages drop constraint messages_status_check;
alter table platform.messages add constraint messages_status_check
  check (status in ('waiting', 'sent', 'failed', 'expired', 'kept', 'refused'));
