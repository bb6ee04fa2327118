/** Sample cards that the sandbox bank knows; every other one is declined as unknown. */
export const sampleCards = [
  { method: 'card_ok', ko: '테스트카드', en: 'Test card' },
  { method: 'card_kakao', ko: '카카오뱅크카드', en: 'KakaoBank' },
  { method: 'card_shinhan', ko: '신한카드', en: 'Shinhan' },
  { method: 'card_kb', ko: 'KB국민카드', en: 'KB Kookmin' },
  { method: 'card_hyundai', ko: '현대카드', en: 'Hyundai' },
  { method: 'card_toss', ko: '토스뱅크카드', en: 'Toss Bank' },
] as const;

/** Cards that are always declined, and why. */
export const decliningCards = [
  { method: 'card_declined', reason: 'insufficient-funds' },
  { method: 'card_expired', reason: 'expired-card' },
  { method: 'card_stolen', reason: 'stolen-card' },
] as const;

/** Why the bank does not take money from this card; null when it does. */
export const declineReason = (method: string): string | null => {
  if (sampleCards.some((card) => card.method === method)) return null;
  return decliningCards.find((card) => card.method === method)?.reason ?? 'unknown-card';
};
