-- A buyer has goods mended under warranty: they come to us and go back, and stay the buyer's. What cannot be mended waits for the buyer's choice.
-- A case says whose fault it is and how much of its amount is freight; its lines say when they are about a piece that itself went out for a case.
alter table care.cases
  drop constraint cases_status_check,
  add constraint cases_status_check
    check (status in ('applied', 'asked', 'to_confirm', 'approved', 'refused', 'sent_back', 'arrived', 'graded', 'refunding',
      'replacing', 'repairing', 'unrepairable', 'on_the_way', 'settled', 'withdrawn', 'open')),
  add column finding text,
  add column repair_by timestamptz,
  add column fault text not null default 'buyer' check (fault in ('shop', 'buyer')),
  add column freight_minor bigint not null default 0,
  add constraint cases_freight check (freight_minor between 0 and amount_minor);

alter table care.case_lines add column sent_line_id uuid references care.case_lines;
create index case_lines_sent on care.case_lines (shop_id, sent_line_id) where sent_line_id is not null;
