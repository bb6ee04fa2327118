import { instant, parseId } from '../core/kinds.ts';
import type { Upkeep } from '../core/ports.ts';
import type { Left } from '../tui/open.tsx';
import type { Lang, Surroundings } from '../words/lang.ts';
import { usualZone } from '../words/page.ts';
import { actorAsked } from './actor.ts';
import type { Call } from './call.ts';
import { customerFor } from './customer.ts';
import { exits } from './exit.ts';
import { feedOf } from './feed.ts';
import { checkedLang } from './glance.ts';
import { incidentFile, reportTo } from './incidents.ts';
import { profileFile } from './paths.ts';
import { ensureProfile, readProfile, rewriteProfile } from './profile.ts';
import { type Phrase, Stop, wrongUsage } from './stop.ts';
import { isTerminal, terminal, writeLines } from './terminal.ts';
import type { Answered } from './verb.ts';
import type { House } from './wire.ts';

/** Whether somebody sits there who sees the screen and has a keyboard. */
export const isAtTerminal = (): boolean => isTerminal(0) && isTerminal(1);

const themes: readonly string[] = ['dark', 'light', 'none'];

/** The options as the kit reads them: from the environment. */
const surroundingsOf = ({ values, env }: Call): Surroundings => {
  const theme = values.text('theme');
  if (theme !== undefined && !themes.includes(theme)) {
    const choice = themes.join(', ');
    throw wrongUsage({ ko: `--theme: ${choice} 중에서 고르세요 ('${theme}')`, en: `--theme must be one of ${choice}, not '${theme}'` });
  }
  return { ...env, ...(theme !== undefined && { BAEDAL_THEME: theme }), ...(values.flag('ascii') && { BAEDAL_ASCII: '1' }) };
};

// Three beats and a moment: a daemon beats every five seconds.
const beatMs = 16_000;

const presenceOf = (upkeep: Pick<Upkeep, 'heartbeats'>, now: () => number) => async () => {
  const last = Math.max(0, ...(await upkeep.heartbeats()).map(({ beatAt }) => beatAt));
  if (now() - last < beatMs) return { at: 'work' } as const;
  return last === 0 ? ({ at: 'away' } as const) : ({ at: 'away', since: instant(last) } as const);
};

/** The language of the person of this machine, kept for next time in the profile, where there is one. */
export const personalLang = (call: Call) => {
  const file = profileFile(call.env);
  return {
    lang: checkedLang(call.values.text('lang')) ?? readProfile(file)?.lang ?? call.lang,
    keepLang: (next: Lang): void => {
      // Read anew: another terminal may have changed it since.
      const profile = readProfile(file);
      // Rewriting drops what was old, which only the customer's screens take along into the database.
      if (profile && !profile.old) rewriteProfile(file, { ...profile, lang: next });
    },
  };
};

/** Who sits down: the one who is named, else the person of this machine, who gets a profile now. */
const sitterOf = (call: Call, house: House) => {
  const asked = actorAsked(call);
  if (asked && asked.role !== 'customer')
    throw wrongUsage({ ko: '이 화면은 고객의 것이에요: --as customer:cus_…', en: 'this screen is for customers: --as customer:cus_…' });
  const named = asked && parseId('customer', asked.id);
  if (named) return { customer: named, lang: checkedLang(call.values.text('lang')) ?? call.lang, keepLang: () => undefined };
  const personal = personalLang(call);
  const { customer } = ensureProfile(profileFile(call.env), () => ({ customer: house.env.newId('customer'), lang: call.lang }));
  return { customer, ...personal };
};

const crashed = (incident: string, file: string): Stop =>
  new Stop('FAULT', exits.fault, {
    ko: `화면에 문제가 생겼어요 (${incident}). 주문과 결제는 그대로예요: baedal orders. 자세히: ${file}`,
    en: `The screen broke (${incident}). Orders and payments are as they were: baedal orders. More in ${file}`,
  });

/** As a shell is told of it: ended by that signal, when all is closed. */
const endBy = (signal: NodeJS.Signals): void => {
  process.once('exit', () => process.kill(process.pid, signal));
};

/** What surrounds every screen, whoever sits before it. */
export const aroundOf = (call: Call, house: House, file: string) => {
  const env = surroundingsOf(call);
  const { stdin, stdout, stop } = terminal();
  return {
    env,
    now: house.env.now,
    zone: usualZone,
    subscribe: feedOf(house.store),
    daemon: presenceOf(house.store, house.env.now),
    screenReader: call.values.flag('screen-reader') || env['INK_SCREEN_READER'] === 'true',
    report: reportTo(file, house.env.now),
    stdin,
    stdout,
    stopJob: stop,
  };
};

/** What is left to say on the normal screen, and how the program ends. */
export const afterScreens = ({ ended, lines }: Left, call: Call, file: string): Answered => {
  if (ended.how !== 'gone') writeLines(lines, call.paint);
  if (ended.how === 'crashed') throw crashed(ended.incident, file);
  if (ended.how === 'signal') endBy(ended.signal);
  return 'told';
};

/** The customer's screens on this terminal, until they are left. */
export const openScreens = async (call: Call, house: House, note?: Phrase): Promise<Answered> => {
  const file = incidentFile(house.file);
  const around = aroundOf(call, house, file);
  const { customer, lang, keepLang } = sitterOf(call, house);
  const app = house.as({ role: 'customer', id: customer });
  // What an earlier baedal kept beside the database is taken along.
  await customerFor(call, house.env).kept(app);
  const { openCustomer } = await import('../tui/open.tsx');
  return afterScreens(await openCustomer({ ...around, app, customer, lang, keepLang, ...(note && { note }) }), call, file);
};
