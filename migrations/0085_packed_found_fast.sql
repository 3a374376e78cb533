-- How many orders lie packed is counted for every list of orders: from the index alone, up to the number that a badge shows.
create index outbounds_packed on supply.outbounds (shop_id, source, source_id) where status in ('packed', 'weighed');
