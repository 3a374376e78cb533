-- Buyers ask for more than money: another piece instead (exchange), what was missing (reshipment), or money for the trouble (compensation).
-- A line says what is sent instead and how many pieces the warehouse was asked to send; a compensation may need a second person.
alter table care.cases
  drop constraint cases_kind_check,
  drop constraint cases_status_check,
  add constraint cases_kind_check
    check (kind in ('refund', 'return', 'exchange', 'reshipment', 'repair', 'compensation', 'parcel_inquiry')),
  add constraint cases_status_check
    check (status in ('applied', 'asked', 'to_confirm', 'approved', 'refused', 'sent_back', 'arrived', 'graded', 'refunding',
      'replacing', 'repairing', 'on_the_way', 'settled', 'withdrawn', 'open')),
  add column proposed_by uuid,
  add column sent_at timestamptz;

alter table care.case_lines
  add column replacement_variant_id uuid,
  add column replacement_sku text,
  add column replacement_specification text,
  add column resent integer not null default 0,
  add constraint case_lines_resent check (resent between 0 and quantity and (resent = 0 or replacement_variant_id is not null));
