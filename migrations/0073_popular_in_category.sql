-- Whoever has no past, and goods that nobody had together with others yet, are answered with what is popular in the same category: found without reading the whole shop.
alter table insight.product_figures add column category_id uuid;
create index product_figures_category on insight.product_figures (shop_id, category_id, popularity desc, product_id desc);
drop index insight.product_figures_popular;
create index product_figures_popular on insight.product_figures (shop_id, popularity desc, product_id desc);
