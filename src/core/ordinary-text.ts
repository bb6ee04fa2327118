// ASCII, Hangul syllables, ideographs, lines and blocks of boxes, and · × – — ‘ ’ “ ” • … ₩ ← ↑ → ↓ ○ ● ⚠ ✓ ✗ 、 。 「 」
const ordinary =
  /^[\x20-\x7e\u00b7\u00d7\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20a9\u2190-\u2193\u2500-\u259f\u25cb\u25cf\u26a0\u2713\u2717\u3001\u3002\u300c\u300d\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]*$/;

/**
 * What nearly all of our lines are made of: every unit is a whole grapheme, composed, assigned, visible, no mark and no emoji. Knowing it
 * at a glance spares a fresh process the segmenter and the sets of Unicode, which take longer than all the rest of a command.
 */
export const isOrdinary = (text: string): boolean => ordinary.test(text);

/** Of ordinary characters, those two columns wide. */
export const isOrdinaryWide = (character: string): boolean => character >= '\u3001';
