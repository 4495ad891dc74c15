/** The list of what a cell takes, open below it. */
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';

interface Props {
  readonly choices: readonly string[];
  readonly current: string;
  readonly label: string;
  /** Where the cell stands in the window. */
  readonly below: DOMRect;
  readonly onChoose: (choice: string) => void;
  readonly onCancel: () => void;
}

export function CellChoices({ choices, current, label, below, onChoose, onCancel }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      choices.findIndex((choice) => choice.toLowerCase() === current.toLowerCase()),
    ),
  );
  useLayoutEffect(() => {
    list.current?.focus();
  }, []);
  useLayoutEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const begins =
      key.length === 1
        ? choices.findIndex((choice, index) => index > at && choice.toLowerCase().startsWith(key.toLowerCase()))
        : -1;
    const next =
      { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[key] ?? (begins < 0 ? null : begins);
    event.stopPropagation();
    if (next === null && !['Enter', 'Tab', 'Escape', ' '].includes(key)) return;
    event.preventDefault();
    if (next !== null) setAt(Math.min(Math.max(next, 0), choices.length - 1));
    else if (key === 'Escape') onCancel();
    else onChoose(choices[at] ?? current);
  };
  return (
    <ul
      ref={list}
      role="listbox"
      tabIndex={-1}
      className="cell-choices"
      aria-label={label}
      aria-activedescendant={`choice-${String(at)}`}
      style={{ left: below.left, top: below.bottom, minWidth: below.width }}
      onKeyDown={onKeyDown}
      onBlur={onCancel}
    >
      {choices.map((choice, index) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the list takes the keys
        <li
          key={choice}
          id={`choice-${String(index)}`}
          role="option"
          aria-selected={index === at}
          onPointerDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            onChoose(choice);
          }}
        >
          {choice}
        </li>
      ))}
    </ul>
  );
}
