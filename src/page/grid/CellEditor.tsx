/** The field in which a cell is typed. */
import { useLayoutEffect, useRef } from 'react';
import { commandOf } from './grid-keys';
import type { Spot } from './spot';

export interface Draft {
  readonly text: string;
  /** The cell's own text, to be changed: arrows move in it. Otherwise they leave the cell, as in Excel. */
  readonly isOld: boolean;
}

/** Where one goes when the text is taken: a step, or as Enter and Tab go. */
export type Leaving =
  | { readonly kind: 'stay' }
  | { readonly kind: 'step'; readonly by: Spot }
  | { readonly kind: 'next'; readonly along: 'row' | 'column'; readonly back: boolean };

export interface EditorProps {
  readonly draft: Draft;
  readonly label: string;
  readonly onCommit: (text: string, leaving: Leaving) => void;
  readonly onCancel: () => void;
}

export function CellEditor({ draft, label, onCommit, onCancel }: EditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useLayoutEffect(() => {
    input.current?.focus();
    if (draft.isOld) input.current?.select();
  }, [draft.isOld]);
  return (
    <input
      ref={input}
      className="cell-editor"
      aria-label={label}
      defaultValue={draft.text}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        const command = commandOf(event);
        const leaving: Leaving | null =
          command?.kind === 'next'
            ? command
            : command?.kind === 'move' && !draft.isOld && !command.far && !command.extend
              ? { kind: 'step', by: command.by }
              : null;
        if (leaving === null && command?.kind !== 'leave') return;
        event.preventDefault();
        done.current = true;
        if (leaving) onCommit(event.currentTarget.value, leaving);
        else onCancel();
      }}
      onBlur={(event) => {
        if (!done.current) onCommit(event.currentTarget.value, { kind: 'stay' });
      }}
    />
  );
}
