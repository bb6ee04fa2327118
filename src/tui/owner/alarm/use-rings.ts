import { useApp } from 'ink';
import { useEffect, useRef } from 'react';
import { useUi } from '../../kit/ui-context.ts';
import type { OwnerSeat } from '../../seat.ts';
import type { Boards } from '../use-boards.ts';
import { ringText } from './ring-words.ts';
import { nameOfRing, newRings, whatRings } from './what-rings.ts';

/**
 * Rings for what is new as soon as it stands on the screen, and again and again until nothing rings any more. Never before the picture:
 * whoever turns around at the sound must see why.
 */
export const useRings = (seat: OwnerSeat, boards: Boards): void => {
  const { lang } = useUi();
  const { waitUntilRenderFlush } = useApp();
  const rings = whatRings(boards);
  const names = rings.map(nameOfRing).join(' ');
  const latest = useRef({ rings, lang });
  latest.current = { rings, lang };
  const known = useRef<ReadonlySet<string>>(new Set());
  const { terminal, sound, settings } = seat;
  useEffect(() => {
    let isOver = false;
    let timer: NodeJS.Timeout | undefined;
    const heard = latest.current;
    const fresh = newRings(heard.rings, known.current);
    known.current = new Set(heard.rings.map(nameOfRing));
    const ring = (aloud: () => void) => {
      aloud();
      sound?.();
    };
    void waitUntilRenderFlush().then(() => {
      if (isOver) return;
      terminal.title(ringText(heard.rings, heard.lang));
      if (fresh.length > 0) ring(() => terminal.notify(ringText(fresh, heard.lang)));
      if (names !== '') timer = setInterval(() => ring(terminal.ring), settings.kitchenRingMs);
    });
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [names, terminal, sound, settings.kitchenRingMs, waitUntilRenderFlush]);
};
