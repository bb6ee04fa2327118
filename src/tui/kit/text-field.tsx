import { Box, type DOMElement, measureElement, Text } from 'ink';
import { type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react';
import { padTo } from '../../core/text-width.ts';
import { Caret } from './caret.tsx';
import { editAction } from './field-keys.ts';
import type { Key, KeyTable } from './keys.ts';
import { type Mask, masked } from './masks.ts';
import { useBrush } from './painter.ts';
import { type Edit, editLine, editOf, viewOf } from './text-edit.ts';
import { HiddenContext } from './ui-context.ts';
import { useKeys } from './use-keys.tsx';

type Props = {
  readonly edit: Edit;
  readonly onEdit: (next: Edit) => void;
  readonly width: number;
  readonly focused?: boolean;
  readonly placeholder?: string;
  /** The most graphemes it takes. */
  readonly max?: number;
  readonly mask?: Mask;
  /** Keys that hold while it is written in, before those of the screen: Enter to save, Esc to leave. */
  readonly keys?: KeyTable;
};

/** The line with its mask on: the caret stays behind the same digit. */
const withMask = (mask: Mask, before: Edit, after: Edit): Edit => {
  if (mask === 'text' || after.text === before.text) return after;
  const text = masked(mask, after.text);
  const typed = masked('number', [...after.text].slice(0, after.at).join('')).length;
  let at = 0;
  for (let digits = 0; at < text.length && digits < typed; at += 1) if (/\d/.test(text.charAt(at))) digits += 1;
  return { ...after, text, at };
};

/** Where the field is on the terminal; the position is known once the frame has been laid out. */
const usePlace = (isHidden: boolean) => {
  const box = useRef<DOMElement>(null);
  const [place, setPlace] = useState<{ readonly x: number; readonly y: number }>();
  useLayoutEffect(() => {
    if (!box.current || isHidden) return;
    const { x, y } = measureElement(box.current);
    if (place?.x !== x || place.y !== y) setPlace({ x, y });
  });
  return { box, place };
};

/** One line of text that a person writes, right for Korean: wide columns, composing in place, graphemes. */
export const TextField = ({ edit, onEdit, width, focused = true, placeholder = '', max, mask = 'text', keys = [] }: Props): ReactNode => {
  const brush = useBrush();
  const isHidden = useContext(HiddenContext);
  const { box, place } = usePlace(isHidden);
  const from = useRef(0);
  const type = (key: Key): boolean => {
    const action = editAction(key);
    if (!action) return false;
    const next = editLine(edit, action.do === 'insert' && max !== undefined ? { ...action, max } : action);
    const written = withMask(mask, edit, next);
    if (written !== edit) onEdit(written);
    return true;
  };
  useKeys(keys, { at: 'field', active: focused, type });
  const view = viewOf(edit, width, from.current);
  useLayoutEffect(() => {
    from.current = view.from;
  });
  const shown = edit.text === '' ? brush('dim', padTo(placeholder, width)) : brush('text', padTo(view.shown, width));
  return (
    <Box ref={box} width={width} height={1} flexShrink={0} aria-role="textbox">
      <Text wrap="truncate">{shown}</Text>
      {focused && !isHidden && place && <Caret x={place.x + view.caret} y={place.y} />}
    </Box>
  );
};

/** The state of a field, for those that need not be kept over a visit elsewhere. */
export const useEdit = (text = ''): readonly [Edit, (next: Edit) => void] => useState(() => editOf(text));
