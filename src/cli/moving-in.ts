import { exits } from './exit.ts';
import { Stop } from './stop.ts';

/** `baedal.db` → `baedal.db.before-20261122T194501`: in order of time, and easy to find. */
export const asideSuffix = (now: number): string => `.before-${new Date(now).toISOString().replace(/[-:]|\.\d+Z$/g, '')}`;

export const inUse = (file: string, pids: readonly number[]): Stop =>
  new Stop(
    'IN_USE',
    exits.later,
    {
      ko: `아직 누가 쓰고 있어요: ${file}${pids.length > 0 ? ` (pid ${pids.join(', ')})` : ''}. 데몬과 화면을 모두 끄고 다시 하세요. 바꾼 것은 없어요`,
      en: `${file} is still in use${pids.length > 0 ? ` (pid ${pids.join(', ')})` : ''}. Stop the daemon and every screen, then try again. Nothing was changed`,
    },
    { file, pids },
  );

export const damagedFile = (file: string, faults: readonly string[]): Stop =>
  new Stop(
    'DATABASE_UNFIT',
    exits.configuration,
    {
      ko: `성하지 않은 파일이에요: ${file} (${faults[0] ?? ''}). 바꾼 것은 없어요. 다른 백업을 고르세요`,
      en: `${file} is not sound (${faults[0] ?? ''}). Nothing was changed; choose another backup`,
    },
    { why: 'damaged', faults },
  );
