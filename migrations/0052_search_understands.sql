-- Search learns to understand what shoppers mean, and staff see why a product stands where it does. What a product is found under no longer says how
-- well it suits: hits are ranked by the few words of `ranked`, which stay inside the row, times a factor that a job makes of what the owners of
-- sales, conversion and ratings have told. Documents of the release before are found as ever and are made anew by a job.
alter table goods.search_documents
  add column ranked tsvector not null default '',
  add column boost real not null default 1 check (boost > 0);
alter table goods.search_documents alter column ranked set storage main;
comment on column goods.search_documents.ranked is 'The words a hit is ranked by: A what names the goods (last word of a part of the name), brand and codes; B the rest of the name; C title, tags, attributes, category; D what the name only mentions (gifts)';
comment on column goods.search_documents.boost is 'What sales, conversion, rating and freshness multiply the match of words by';

create table goods.ranking_facts (
  shop_id uuid not null,
  product_id uuid not null references goods.products,
  seen integer check (seen >= 0),
  bought integer check (bought >= 0),
  rated integer check (rated >= 0),
  rating_hundredths integer check (rating_hundredths between 100 and 500),
  primary key (shop_id, product_id)
);
comment on table goods.ranking_facts is 'What the owners of behaviour and reviews last told of a product: visitors who saw and bought it, ratings and their mean';

create table goods.search_outdated (
  shop_id uuid not null,
  product_id uuid not null,
  primary key (shop_id, product_id)
);
comment on table goods.search_outdated is 'Products whose documents a job makes anew';
insert into goods.search_outdated (shop_id, product_id) select distinct shop_id, product_id from goods.search_documents;

create table goods.search_synonyms (
  shop_id uuid not null,
  id uuid not null,
  words text[] not null check (cardinality(words) between 2 and 20),
  one_way boolean not null default false,
  weight_percent smallint not null default 80 check (weight_percent between 10 and 100),
  changed_at timestamptz not null,
  primary key (shop_id, id)
);
comment on table goods.search_synonyms is 'Words that mean the same: each also finds the others, or only the first the others (one_way); what is found so counts weight_percent';

create table goods.search_dictionary (
  word text primary key check (char_length(word) between 2 and 20),
  added_by text not null,
  added_at timestamptz not null
);
comment on table goods.search_dictionary is 'Chinese words that belong together besides those of the dictionary, for all shops';

create table goods.hot_words (
  shop_id uuid not null,
  id uuid not null,
  locale text not null check (locale in ('zh', 'en')),
  word text not null check (char_length(word) between 1 and 40),
  position integer not null,
  primary key (shop_id, id),
  unique (shop_id, locale, word)
);

create table goods.search_words (
  shop_id uuid not null,
  locale text not null check (locale in ('zh', 'en')),
  word text not null,
  spelling text not null,
  initials text not null,
  sounds text not null,
  products integer not null,
  primary key (shop_id, locale, word)
);
comment on table goods.search_words is 'What is said of the goods, learnt by a job: for suggestions and for what is mistyped. spelling: pinyin without spaces; sounds: syllables as often confused (zh and z, ng and n)';
create index search_words_begin on goods.search_words (shop_id, locale, word text_pattern_ops);
create index search_words_spelt on goods.search_words (shop_id, locale, spelling text_pattern_ops);
create index search_words_initials on goods.search_words (shop_id, locale, initials text_pattern_ops);

create table goods.search_lessons (
  shop_id uuid primary key,
  seen text not null,
  learnt_at timestamptz not null
);
comment on table goods.search_lessons is 'The state of the documents (and of the dictionary) that the words of a shop were last learnt from';

create table goods.missed_searches (
  shop_id uuid not null,
  day date not null,
  locale text not null,
  word text not null,
  times integer not null default 1,
  last_at timestamptz not null,
  primary key (shop_id, day, locale, word)
);
comment on table goods.missed_searches is 'What shoppers searched and nothing suited, by day of the shop';
