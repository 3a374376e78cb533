-- A search reads one language: an index of the words of each spares it the rows of the other, which were half of what it found. Documents say anew what
-- their names lead with and whether they are a set, by the job; until then they are found and ranked as before.
create index search_terms_zh on goods.search_documents using gin (terms) where locale = 'zh';
create index search_terms_en on goods.search_documents using gin (terms) where locale = 'en';
drop index goods.search_terms;

insert into goods.search_outdated (shop_id, product_id) select distinct shop_id, product_id from goods.search_documents
on conflict do nothing;
comment on column goods.search_documents.ranked is 'The words a hit is ranked by: A what names the goods (last word of a part of the name), brand and codes; B the rest of the name; C title, tags, attributes, category; D what the name only mentions (gifts). ^word: the name leads with it; $character: what makes a thing of that; =set, =spare: what the product is beside the thing itself';
