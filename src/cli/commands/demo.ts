import type { Call } from '../call.ts';
import { StoryBroken } from '../demo/stage.ts';
import { exits } from '../exit.ts';
import { Stop } from '../stop.ts';
import { isTerminal, writeLines } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

/** Every line is a command's effect: with --json only the end is told, for a test. */
const run = async (call: Call): Promise<Answered> => {
  const { runDemo } = await import('../demo/run-demo.ts');
  const bin = process.argv[1];
  if (bin === undefined) throw new Error('this program does not know where it is');
  const db = call.values.text('db');
  const show: Parameters<typeof runDemo>[0]['show'] = call.json ? () => undefined : (lines) => writeLines(lines, call.paint);
  try {
    await runDemo({
      bin,
      lang: call.lang,
      env: call.env,
      show,
      paceMs: isTerminal(1) && !call.json ? 250 : 0,
      ...(db !== undefined && { db }),
    });
  } catch (error) {
    if (!(error instanceof StoryBroken)) throw error;
    throw new Stop('STORY_BROKEN', exits.fault, { ko: `이야기가 어긋났어요: ${error.message}`, en: `the story broke: ${error.message}` });
  }
  return call.json ? answer({ json: { told: true }, text: () => [] }) : 'told';
};

export const demo: Verb = {
  usage: 'demo',
  about: { ko: '주문의 일생을 실제 프로세스로 보여 주기 (1분 이내)', en: 'the life of an order, shown on real processes (under a minute)' },
  examples: ['demo', 'demo --lang en', 'demo --db ./demo.db'],
  json: '{told}',
  needs: 'none',
  run,
};
