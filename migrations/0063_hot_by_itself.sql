-- A variant becomes hot by itself while a crowd wants it: such a mark has an end, which the crowd moves on for as long as it lasts. Those that staff
-- set have none.
alter table supply.hot_variants add column until timestamptz;
