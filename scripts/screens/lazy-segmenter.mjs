// In place of `Intl.Segmenter`, which loads 25 ms of ICU when the first one is made, and five modules make one as they load.
import { isOrdinary } from '../../src/core/ordinary-text.ts';

const { Intl: intl } = globalThis;

// The escapes of colors and the ends of lines are graphemes of one unit each, too.
const others = new RegExp(['\n', '\u001b'].join('|'), 'g');
const isPlain = (text) => isOrdinary(text) || isOrdinary(text.replace(others, ''));

function* units(text) {
  for (let index = 0; index < text.length; index += 1) yield { segment: text[index], index, input: text };
}

/** As the real one, for graphemes of ordinary text; the real one for all else. */
export class LazySegmenter {
  #given;
  #real;
  #ofGraphemes;
  constructor(...given) {
    this.#given = given;
    this.#ofGraphemes = (given[1]?.granularity ?? 'grapheme') === 'grapheme';
  }
  segment(text) {
    if (!this.#ofGraphemes || !isPlain(text)) {
      this.#real ??= new intl.Segmenter(...this.#given);
      return this.#real.segment(text);
    }
    return {
      [Symbol.iterator]: () => units(text),
      containing: (at = 0) => (at >= 0 && at < text.length ? { segment: text[at], index: at, input: text } : undefined),
    };
  }
}
