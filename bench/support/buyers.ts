import { run } from './fresh-database.ts'

export interface Pattern {
  readonly shopId: string
  /** The cart whose buyer and address all others are copied from. */
  readonly templateCart: string
}

/**
 * As many buyers more, each with an address and an open cart. `lines` puts something into the carts: statements that see the table `fresh` with the
 * column `cart`, one row a buyer.
 */
export const fillBuyers = (
  url: string,
  { shopId, templateCart }: Pattern,
  most: number,
  lines: string,
): Promise<void> =>
  run(
    url,
    `create temporary table fresh as select gen_random_uuid() as customer, gen_random_uuid() as cart, gen_random_uuid() as address from generate_series(1, ${most});
    insert into sales.customers select (jsonb_populate_record(c, jsonb_build_object('id', f.customer))).* from fresh f,
      sales.customers c where c.id = (select customer_id from sales.carts where id = '${templateCart}');
    insert into sales.addresses select (jsonb_populate_record(a, jsonb_build_object('id', f.address, 'customer_id', f.customer))).* from fresh f,
      sales.addresses a where a.customer_id = (select customer_id from sales.carts where id = '${templateCart}');
    insert into sales.carts (id, shop_id, customer_id, created_at, updated_at) select cart, '${shopId}', customer, now(), now() from fresh;
    ${lines};
    analyze`,
  )
