import { no, ok, type Result } from '../../core/result.ts';

/** How many of a group of options may be chosen. */
export type ChoiceBounds = { readonly min: number; readonly max: number };

/** The choice after this one was pressed. One of at most one is replaced; one too many is refused, as the person would not see which one went. */
export const toggled = (
  chosen: readonly string[],
  id: string,
  { min, max }: ChoiceBounds,
): Result<readonly string[], { readonly code: 'too-many'; readonly max: number }> => {
  if (chosen.includes(id)) {
    const isRadio = min === 1 && max === 1;
    return ok(isRadio ? chosen : chosen.filter((one) => one !== id));
  }
  if (max === 1) return ok([id]);
  if (chosen.length >= max) return no({ code: 'too-many', max });
  return ok([...chosen, id]);
};

export const isEnough = (chosen: readonly string[], { min, max }: ChoiceBounds): boolean => chosen.length >= min && chosen.length <= max;
