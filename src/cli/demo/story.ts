import { formatWon, won } from '../../core/money.ts';
import { wordsOf } from '../../words/page.ts';
import type { Line, Span } from '../terminal.ts';
import { type Caption, captions } from './captions.ts';
import { field, list, number, text } from './read.ts';
import type { Stage } from './stage.ts';

export type StoryDeps = { readonly stage: Stage; readonly lang: 'ko' | 'en'; readonly show: (lines: readonly Line[]) => void };

const owner = ['--as', 'owner:shop_hanki'];
const rider = ['--as', 'rider:rdr_minsu'];
const jjigae = ['--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:hot,tofu', '--item', 'egg-roll'];
const sides = ['--shop', 'shop_hanki', '--item', 'kimchi-jjigae*2:mild'];
const home = ['--address', '서울 마포구 와우산로 94, 301호', '--pay', 'card_ok'];

/** What a scene says between its commands. */
const createVoice = ({ lang, show }: Pick<StoryDeps, 'lang' | 'show'>) => {
  const words = captions[lang];
  const { status, money } = wordsOf(lang);
  const named = (of: Readonly<Record<string, string>>, word: string) => of[word] ?? word;
  const wonOf = (amount: number) => formatWon(won(amount), lang);
  const title = (caption: Caption) => show(['', [{ text: `▌${words[caption]}`, tone: 'strong' }]]);
  const note = (caption: Caption) => show([[{ text: `  ${words[caption]}`, tone: 'faint' }]]);
  const result = (...spans: readonly Span[]) => show([[{ text: '    → ', tone: 'good' }, ...spans]]);

  const showOrder = (json: unknown) =>
    result(
      `${text(json, 'order')}  `,
      { text: named(status, text(json, 'status')), tone: 'strong' },
      ` · ${named(money, text(json, 'money'))} · ${wonOf(number(json, 'total'))}`,
    );
  const showRefusal = (json: unknown) => {
    const error = field(json, 'error');
    show([[{ text: '    ✗ ', tone: 'bad' }, `${text(error, 'code')}  `, { text: text(error, 'message'), tone: 'faint' }]]);
    return error;
  };
  return { words, wonOf, show, title, note, result, showOrder, showRefusal };
};

/** Scenes use only commands, and what they answer. */
export const createStory = ({ stage, lang, show }: StoryDeps) => {
  const voice = createVoice({ lang, show });
  const { showOrder } = voice;
  const order = async (cart: readonly string[]): Promise<string> => {
    const { json } = await stage.command(['order', ...cart, ...home]);
    showOrder(json);
    return text(json, 'order');
  };
  const reaches = (id: string, name: 'status' | 'money', wanted: string) =>
    stage.until(`${id} ${name} ${wanted}`, async () => {
      const { json } = await stage.look(['status', id]);
      return text(json, name) === wanted ? json : undefined;
    });
  const onBoard = (id: string) =>
    stage.until(`${id} on the kitchen's board`, async () => {
      const { json } = await stage.look(['kitchen', 'board', ...owner]);
      return list(json).find((ticket) => text(ticket, 'order') === id);
    });
  const waiting = (id: string) =>
    stage.until(`${id} on the riders' board`, async () => {
      const { json } = await stage.look(['rider', 'board', ...rider]);
      return list(json).find((ride) => text(ride, 'order') === id);
    });
  const kitchen = async (step: string, id: string, ...more: readonly string[]) => {
    const { json } = await stage.command(['kitchen', step, id, ...more, ...owner]);
    showOrder(json);
  };
  const ride = async (step: string, id: string) => {
    const { json } = await stage.command(['rider', step, id, ...rider]);
    showOrder(json);
  };
  const bringHome = async (id: string) => {
    await onBoard(id);
    await kitchen('accept', id, '--ready-in', '15');
    await kitchen('cook', id);
    await kitchen('finish', id);
    await waiting(id);
    for (const step of ['claim', 'pick', 'deliver']) await ride(step, id);
    await reaches(id, 'status', 'delivered');
    stage.messages();
  };

  return { ...voice, stage, order, reaches, onBoard, bringHome, kitchen, jjigae, sides, home };
};
export type Story = ReturnType<typeof createStory>;
