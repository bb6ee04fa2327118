export const customerReasons = ['CHANGED_MIND', 'DUPLICATE_ORDER', 'WRONG_ADDRESS', 'TOO_SLOW'] as const;
export const shopReasons = [
  'ITEM_SOLD_OUT',
  'CLOSING_EARLY',
  'TOO_BUSY',
  'CANNOT_DO_REQUEST',
  'OUT_OF_AREA',
  'SHOP_ISSUE',
  'NO_RIDER',
] as const;
export const systemReasons = ['ACCEPT_TIMEOUT', 'DELIVERY_FAILED', 'SYSTEM_ISSUE'] as const;
export const deliveryFailures = ['CUSTOMER_ABSENT', 'ADDRESS_NOT_FOUND', 'REFUSED_AT_DOOR', 'ACCIDENT', 'FOOD_DAMAGED'] as const;

export type CustomerReason = (typeof customerReasons)[number];
export type ShopReason = (typeof shopReasons)[number];
export type SystemReason = (typeof systemReasons)[number];
export type DeliveryFailure = (typeof deliveryFailures)[number];
export type CancelReason = CustomerReason | ShopReason | SystemReason;

/** Who ended it; a cancel is always somebody's. */
export type Party = 'customer' | 'shop' | 'system';

const parser =
  <T extends string>(all: readonly T[]) =>
  (text: string): T | undefined =>
    all.find((reason) => reason === text.toUpperCase().replaceAll('-', '_'));
export const parseCustomerReason = parser(customerReasons);
export const parseShopReason = parser(shopReasons);
export const parseDeliveryFailure = parser(deliveryFailures);
