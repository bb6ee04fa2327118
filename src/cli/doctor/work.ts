import type { App } from '../../core/app.ts';
import type { Reads } from '../../core/ports.ts';
import { bad, type Check, good, same, warn } from './check.ts';

type State = Extract<Awaited<ReturnType<App['outboxState']>>, { readonly ok: true }>['value'];

/** A daemon beats every five seconds. */
const silentMs = 20_000;
const overdueMs = 60_000;
const day = 86_400_000;

const isAlive = (state: State, now: number): boolean => state.daemons.some(({ beatAt }) => Math.abs(now - beatAt) < silentMs);

export const checkOutbox = (state: State): Check => {
  const { pending, scheduled, oldestAgeMs, parked } = state;
  const seconds = Math.round(oldestAgeMs / 1000);
  const found = {
    ko: `밀린 일 ${pending} (가장 오래된 것 ${seconds}초), 예정 ${scheduled}, 멈춘 일 ${parked.length}`,
    en: `${pending} overdue (the oldest ${seconds} s), ${scheduled} scheduled, ${parked.length} parked`,
  };
  if (parked.length > 0)
    return bad('outbox', found, {
      ko: '까닭을 보고 다시 하게: baedal outbox, baedal outbox redrive',
      en: 'See why, then let it run again: baedal outbox, baedal outbox redrive',
    });
  return oldestAgeMs > overdueMs
    ? bad('outbox', found, { ko: '데몬이 돌고 있는지 보세요: baedal daemon', en: 'Look whether a daemon runs: baedal daemon' })
    : good('outbox', found);
};

/** `spares`: sessions that wait for somebody to sit down at a terminal of this machine. */
export const checkDaemon = (state: State, now: number, spares: number): Check => {
  const alive = state.daemons.filter(({ beatAt }) => Math.abs(now - beatAt) < silentMs);
  const lost = state.daemons.length - alive.length;
  if (isAlive(state, now)) {
    const pids = alive.map(({ pid }) => `pid ${pid}`).join(', ');
    return good('daemon', {
      ko: `${pids}${lost > 0 ? ` (소식 없는 것 ${lost})` : ''}, 준비된 화면 ${spares}`,
      en: `${pids}${lost > 0 ? ` (${lost} silent)` : ''}, screens kept ready: ${spares}`,
    });
  }
  const found = lost > 0 ? { ko: `소식 없는 데몬 ${lost}`, en: `${lost} fell silent` } : { ko: '없음', en: 'none runs' };
  const todo = { ko: '켜기: baedal daemon, 또는 systemd: baedal service', en: 'Start one: baedal daemon, or by systemd: baedal service' };
  return state.pending > 0 ? bad('daemon', found, todo) : warn('daemon', found, todo);
};

/** Positions decide what comes first, but deadlines are read off this clock. */
export const checkClock = async (reads: Pick<Reads, 'events'>, state: State, now: number): Promise<Check> => {
  const [last] = await reads.events({ after: 0, limit: 1, latest: true });
  const latest = Math.max(0, last?.at ?? 0, ...state.daemons.map(({ beatAt }) => beatAt));
  const aheadMs = latest - now;
  if (aheadMs > 2000) {
    const seconds = Math.round(aheadMs / 1000);
    return bad(
      'clock',
      { ko: `시계가 마지막 기록보다 ${seconds}초 늦음`, en: `it is ${seconds} s behind what was recorded last` },
      { ko: '시각 동기화를 켜세요: timedatectl set-ntp true', en: 'Let it be synchronised: timedatectl set-ntp true' },
    );
  }
  return good('clock', same(new Date(now).toISOString()));
};

export const checkBackup = async (app: Pick<App, 'lastBackup'>, hasEvents: boolean, now: number): Promise<Check> => {
  const last = await app.lastBackup();
  const note = last.ok ? last.value : undefined;
  const todo = { ko: '만들기: baedal backup <file>', en: 'Make one: baedal backup <file>' };
  if (!note)
    return hasEvents
      ? warn('backup', { ko: '아직 없음', en: 'there is none yet' }, todo)
      : good('backup', { ko: '아직 지킬 것이 없음', en: 'nothing to keep yet' });
  const ageDays = Math.floor((now - note.at) / day);
  const found = { ko: `${ageDays}일 전: ${note.file}`, en: `${ageDays} days ago: ${note.file}` };
  return ageDays >= 2 ? warn('backup', found, todo) : good('backup', found);
};
