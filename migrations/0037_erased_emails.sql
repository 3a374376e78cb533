-- The e-mail address that an import had brought was left behind when its shopper was erased; from now on it goes with the rest.
update sales.customers c set email_cipher = null
from office.account_closings l
where l.account_id = c.id and l.erased_at is not null and c.email_cipher is not null;
