import type { ReactElement, ReactNode } from 'react';

/** A part of the pane by itself, with the pane's own styles around it. */
export const inPane = (part: ReactNode): ReactElement => (
  <div className="pane">
    <div className="pane-scroll">{part}</div>
  </div>
);

export const nothing = (): void => undefined;

/** A name as it stands in an address. */
export const hyphened = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
