/** A labelled list to choose from, the browser's own: it works everywhere, also by touch. */
import { useId } from 'react';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value | '';
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id} value={options.some((option) => option.value === value) ? value : ''}
        onChange={(event) => { const chosen = options.find((option) => option.value === event.target.value); if (chosen) onChange(chosen.value); }}
      >
        {!options.some((option) => option.value === value) && <option value="" />}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </div>
  );
}
