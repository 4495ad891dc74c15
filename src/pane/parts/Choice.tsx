/**
 * A labelled list to choose from, the browser's own: it works everywhere, also by touch. What is chosen
 * is written out below it in as many lines as it needs; a browser would cut it off.
 */
import { useId } from 'react';
import { DownIcon } from './icons';

interface Props<Value extends string> {
  readonly label: string;
  /** Where the choices explain themselves the label is for screen readers only. */
  readonly labelHidden?: boolean;
  readonly value: Value | '';
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({ label, labelHidden = false, value, options, onChange }: Props<Value>) {
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  return (
    <div className="choice">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : undefined}>
        {label}
      </label>
      <div className="choice-box">
        <select
          id={id}
          value={chosen?.value ?? ''}
          onChange={(event) => {
            const next = options.find((option) => option.value === event.target.value);
            if (next) onChange(next.value);
          }}
        >
          {!chosen && <option value="" />}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <span className="choice-shown" aria-hidden="true">
          <span>{chosen?.label}</span>
          <DownIcon />
        </span>
      </div>
    </div>
  );
}
