-- Whoever says something to colleagues may put it right or take it back for a while. What it said before stays with it, so that nobody can deny what was read, and goes with the
-- words when their buyer is erased.
alter table sales.order_comments add column changed_at timestamptz;
alter table sales.order_comments add column removed_at timestamptz;
alter table sales.order_comments add column former jsonb not null default '[]';
