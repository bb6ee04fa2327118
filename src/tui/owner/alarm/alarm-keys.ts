import type { BumpBar } from '../../../words/bump-bar.ts';
import { useUi } from '../../kit/ui-context.ts';
import { type DeedTable, onBumpBar } from '../deeds.ts';
import { useShell } from '../shell.tsx';

/** A key that was meant for what stood there before must not do what nobody has read. */
export const readMs = 700;

/** The keys that bump an alarm away. */
export const alarmKeys = (label: string, disabled: string | undefined, run: () => void | Promise<void>, bar: BumpBar) =>
  onBumpBar([{ keys: ['b', 'enter'], label, deed: 'bump', disabled, run }], bar);

/** Of a key struck twice on an alarm the second stroke was meant for the alarm, not for the ticket or the sheet that came to light. */
export const useCalmKeys = (): ((table: DeedTable) => DeedTable) => {
  const { hands, seat } = useShell();
  const { now } = useUi();
  const names = alarmKeys('', undefined, () => undefined, seat.bumpBar).flatMap(({ keys }): readonly string[] => keys);
  const isMeantForAlarm = (name: string) => {
    const at = hands.bumpedAt();
    return at !== undefined && now() - at < readMs && names.includes(name);
  };
  return (table) => table.map((one) => ({ ...one, run: (key) => (isMeantForAlarm(key.name) ? undefined : one.run(key)) }));
};
