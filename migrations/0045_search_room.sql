-- A search first reads what its index has not sorted in yet, up to 4 MB, and finished texts are written into rows that are indexed by hundreds of words. So less
-- may wait unsorted, and rows get room to grow where they are, which needs no new entry for any word.
alter index goods.search_terms set (gin_pending_list_limit = 256);
alter index goods.search_categories set (gin_pending_list_limit = 256);
alter table goods.search_documents set (fillfactor = 60);
