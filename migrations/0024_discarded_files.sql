-- The bytes of an uploaded file are thrown away when they have served; its row stays and says when.
alter table platform.files add column discarded_at timestamptz;
