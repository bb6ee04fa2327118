-- A shop's orders of some hours or days, newest first: for its sales, and for how long it usually takes.
create index order_view_shop on order_view (shop, placed_at desc, "order" desc);
