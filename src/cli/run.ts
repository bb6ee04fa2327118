import type { Call } from './call.ts';
import { type Exit, exits } from './exit.ts';
import { type Failure, failureOf, failureOfRefusal } from './failure.ts';
import { PipeClosed, say, writeJson, writeLines } from './terminal.ts';
import type { Answer, Answered, Verb } from './verb.ts';

/** With --json the refusal is the data, so it goes where data goes; else it is talk. */
export const tellFailure = ({ exit, ...error }: Failure, json: boolean): Exit => {
  if (json) writeJson({ error });
  else say([`baedal: ${error.message}`]);
  return exit;
};

const tellAnswer = ({ json, text, advice = [], exit = exits.done }: Answer, call: Call): Exit => {
  if (call.json) {
    writeJson(json);
    return exit;
  }
  writeLines(text(), call.paint);
  say(advice);
  return exit;
};

const tell = (answered: Answered, call: Call): Exit => {
  if (answered === 'told') return exits.done;
  if ('told' in answered) return answered.told;
  return answered.ok
    ? tellAnswer(answered.value, call)
    : tellFailure(failureOfRefusal(answered.error, call.page(answered.zone)), call.json);
};

const failed = (error: unknown, call: Call): Exit => {
  if (error instanceof PipeClosed) return exits.done;
  if (call.env['BAEDAL_DEBUG'] === '1' && error instanceof Error) say((error.stack ?? '').split('\n'));
  try {
    return tellFailure(failureOf(error, call.page()), call.json);
  } catch (again) {
    if (again instanceof PipeClosed) return exits.done;
    throw again;
  }
};

/** Runs a command to its exit code; whatever is thrown ends here, as one line. */
export const runVerb = async (run: NonNullable<Verb['run']>, call: Call): Promise<Exit> => {
  let exit: Exit;
  try {
    exit = tell(await run(call), call);
  } catch (error) {
    exit = failed(error, call);
  }
  try {
    await call.close();
    return exit;
  } catch (error) {
    return exit === exits.done ? failed(error, call) : exit;
  }
};
