import type { DomainEvent } from '../events.ts';
import type { Instant, OrderId, RiderId, ShopId } from '../kinds.ts';

type Asked = { readonly order: OrderId; readonly shop: ShopId; readonly at: Instant };

export type Delivery =
  | { readonly status: 'none' }
  | (Asked & { readonly status: 'waiting' })
  | (Asked & { readonly status: 'claimed' | 'picked' | 'delivered' | 'failed'; readonly rider: RiderId })
  | (Asked & { readonly status: 'canceled'; readonly rider?: RiderId });

export const noDelivery: Delivery = { status: 'none' };

export const evolveDelivery = (delivery: Delivery, event: DomainEvent, at: Instant): Delivery => {
  if (event.type === 'DeliveryRequested') return { status: 'waiting', order: event.data.order, shop: event.data.shop, at };
  if (delivery.status === 'none') return delivery;
  const { order, shop } = delivery;
  switch (event.type) {
    case 'DeliveryClaimed':
      return { status: 'claimed', order, shop, at, rider: event.data.rider };
    case 'DeliveryReleased':
      return { status: 'waiting', order, shop, at };
    case 'DeliveryStarted':
      return { status: 'picked', order, shop, at, rider: event.data.rider };
    case 'Delivered':
      return { status: 'delivered', order, shop, at, rider: event.data.rider };
    case 'DeliveryFailed':
      return { status: 'failed', order, shop, at, rider: event.data.rider };
    case 'DeliveryCanceled':
      return { status: 'canceled', order, shop, at, ...(event.data.rider && { rider: event.data.rider }) };
    default:
      return delivery;
  }
};
