import type { ReactNode } from 'react';
import { type Instant, instant } from '../../core/kinds.ts';
import type { Lang } from '../../words/lang.ts';
import { type Glyphs, glyphSets } from '../kit/glyphs.ts';
import { type Theme, themes } from '../kit/theme.ts';
import { UiRoot } from '../kit/ui-root.tsx';
import { type Rendered, type RenderOptions, renderAt } from './render-at.tsx';

type Options = RenderOptions & {
  readonly lang?: Lang;
  readonly glyphs?: Glyphs['set'];
  readonly theme?: Theme['name'];
  readonly now?: () => Instant;
  /** Takes what was reported; the incident is always `inc_1`. */
  readonly onReport?: (error: unknown) => void;
};

/** A Sunday evening in Seoul, 19:40. */
const evening = instant(Date.UTC(2026, 10, 22, 10, 40));

const screenOf = (element: ReactNode, options: Options): ReactNode => (
  <UiRoot
    lang={options.lang ?? 'ko'}
    theme={themes[options.theme ?? 'dark']}
    glyphs={glyphSets[options.glyphs ?? 'unicode']}
    zone="Asia/Seoul"
    now={options.now ?? (() => evening)}
    screenReader={options.screenReader ?? false}
    report={(error) => {
      options.onReport?.(error);
      return 'inc_1';
    }}
  >
    {element}
  </UiRoot>
);

/** Widgets on a terminal of this size, with all that they stand on. */
export const draw = (element: ReactNode, options: Options = {}): Promise<Rendered> => renderAt(screenOf(element, options), options);
