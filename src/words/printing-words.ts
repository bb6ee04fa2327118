import type { PrintJob, PrintTrouble } from '../core/kitchen/printer.ts';
import type { Printing } from '../core/use-cases/printing.ts';
import type { Lang } from './lang.ts';

type PrintingWords = {
  readonly trouble: { readonly [T in PrintTrouble]: string };
  readonly none: string;
  readonly prints: { readonly accept: string; readonly ask: string };
  readonly columns: (count: number) => string;
  readonly waiting: (count: number) => string;
  readonly unprinted: string;
  /** What a page is called where its kind matters. */
  readonly page: { readonly stop: (order: string) => string; readonly day: (day: string) => string };
  readonly again: (command: string) => string;
  readonly queued: string;
  readonly isReprint: string;
  readonly tested: string;
  readonly notTested: string;
  readonly printer: string;
  /** The key, and why it does nothing. */
  readonly print: string;
  readonly noPrinter: string;
  readonly notAccepted: string;
  readonly asked: (what: string) => string;
  readonly askedAgain: (what: string) => string;
  /** How the page of a day does. */
  readonly waits: string;
  readonly printed: (at: string) => string;
};

const ko: PrintingWords = {
  trouble: {
    off: '프린터가 꺼져 있거나 연결되지 않아요',
    slow: '프린터가 너무 느려요',
    broken: '연결이 중간에 끊겼어요',
    'no-paper': '용지가 없어요',
    open: '덮개가 열려 있어요',
    'not-ready': '프린터가 준비되지 않았어요',
  },
  none: '프린터 없음',
  prints: { accept: '접수할 때마다 출력', ask: '요청할 때만 출력' },
  columns: (count) => `${count}칸`,
  waiting: (count) => `출력 대기 ${count}건`,
  unprinted: '출력 안 됨',
  page: { stop: (order) => `${order} 취소 안내`, day: (day) => `${day} 하루 마감` },
  again: (command) => `다시 출력: ${command}`,
  queued: '출력 대기',
  isReprint: '재출력',
  tested: '시험 출력을 보냈어요',
  notTested: '시험 출력을 못 했어요',
  printer: '프린터',
  print: '출력',
  noPrinter: '프린터가 없어요. 정하려면: baedal shop printer',
  notAccepted: '접수한 주문만 출력할 수 있어요.',
  asked: (what) => `${what} 출력을 맡겼어요.`,
  askedAgain: (what) => `${what} 출력을 다시 맡겼어요. 재출력이라고 찍혀요.`,
  waits: '출력 대기',
  printed: (at) => `출력함 ${at}`,
};

const en: PrintingWords = {
  trouble: {
    off: 'the printer is off or not connected',
    slow: 'the printer is too slow',
    broken: 'the connection broke off',
    'no-paper': 'there is no paper',
    open: 'its cover is open',
    'not-ready': 'the printer is not ready',
  },
  none: 'no printer',
  prints: { accept: 'prints every ticket that is accepted', ask: 'prints only what is asked for' },
  columns: (count) => `${count} columns`,
  waiting: (count) => `${count} waiting for paper`,
  unprinted: 'never printed',
  page: { stop: (order) => `cancellation of ${order}`, day: (day) => `day's close ${day}` },
  again: (command) => `Print it again: ${command}`,
  queued: 'waits for the printer',
  isReprint: 'reprint',
  tested: 'a test page was sent',
  notTested: 'no test page came out',
  printer: 'Printer',
  print: 'print',
  noPrinter: 'There is no printer. To set one: baedal shop printer',
  notAccepted: 'Only an accepted ticket can be printed.',
  asked: (what) => `${what} waits for the printer.`,
  askedAgain: (what) => `${what} waits for the printer, marked as a reprint.`,
  waits: 'waits for the printer',
  printed: (at) => `printed ${at}`,
};

export const printingWords = (lang: Lang): PrintingWords => (lang === 'ko' ? ko : en);

const pageText = (job: PrintJob, { page }: PrintingWords): string => {
  if (job.kind === 'day') return page.day(job.day);
  return job.kind === 'stop' ? page.stop(job.order) : job.order;
};

/** A slip that is too late stops nothing any more: only what is still of use is named with its command. */
const againText = (job: PrintJob, { again }: PrintingWords): string => {
  if (job.kind === 'stop') return '';
  return ` ${again(job.kind === 'day' ? `baedal sales ${job.shop} --from ${job.day} --to ${job.day} --print` : `baedal kitchen print ${job.order}`)}`;
};

/** What keeps pages from coming out; nothing when nothing does. */
export const printingTrouble = ({ waiting, unprinted }: Pick<Printing, 'waiting' | 'unprinted'>, lang: Lang): readonly string[] => {
  const words = printingWords(lang);
  const stuck = waiting.find(({ error }) => error !== undefined);
  return [
    ...(stuck?.error ? [`${words.printer}: ${words.trouble[stuck.error]}. ${words.waiting(waiting.length)}`] : []),
    ...unprinted.map((job) => `${words.unprinted} ${pageText(job, words)}.${againText(job, words)}`),
  ];
};
