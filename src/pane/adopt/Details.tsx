/** A fold whose contents are made when it is opened: a table has thousands of cells. */
import { useState, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children: () => ReactNode;
}

export function Details({ title, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details
      onToggle={(event) => {
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      {open && children()}
    </details>
  );
}
