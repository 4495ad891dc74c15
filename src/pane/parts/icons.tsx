/** The few icons of the pane, drawn on 16 × 16; always beside or instead of a word that says the same. */
import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      className="icon"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const CloseIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);
export const MenuIcon = () => (
  <Icon>
    <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M9.5 3.5L5 8l4.5 4.5" />
  </Icon>
);
export const UpIcon = () => (
  <Icon>
    <path d="M3.5 10L8 5.5l4.5 4.5" />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="M3.5 6L8 10.5 12.5 6" />
  </Icon>
);
export const CopyIcon = () => (
  <Icon>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 3.5v-.5A1.5 1.5 0 009 1.5H4A1.5 1.5 0 002.5 3v5A1.5 1.5 0 004 9.5" />
  </Icon>
);
export const UndoIcon = () => (
  <Icon>
    <path d="M3 6h6.5a3.5 3.5 0 010 7H6M3 6l3-3M3 6l3 3" />
  </Icon>
);
export const RedoIcon = () => (
  <Icon>
    <path d="M13 6H6.500a3.500 3.500 0 000 7H10M13 6l-3-3M13 6l-3 3" />
  </Icon>
);
export const OpenIcon = () => (
  <Icon>
    <path d="M2 12.500V4a1 1 0 011-1h3l1.500 2H13a1 1 0 011 1v1M2 12.500L4 7.500h11l-2 5z" />
  </Icon>
);
export const SaveIcon = () => (
  <Icon>
    <path d="M8 2v7.500M4.500 6.500L8 10l3.500-3.500M2.500 13.500h11" />
  </Icon>
);
export const ErrorIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6.2" fill="currentColor" stroke="none" />
    <path d="M5.800 5.800l4.400 4.400M10.200 5.800l-4.400 4.400" stroke="var(--colorNeutralBackground1, #fff)" />
  </Icon>
);
export const WarningIcon = () => (
  <Icon>
    <path d="M8 1.600L15 14H1z" fill="currentColor" stroke="none" />
    <path d="M8 6v3.500M8 11.800v.1" stroke="var(--colorNeutralBackground1, #fff)" />
  </Icon>
);
export const InfoIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.800" />
    <path d="M8 7.500v3.200M8 5.200v.1" />
  </Icon>
);
export const PossibleIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.800" />
    <path d="M8 2.200a5.800 5.800 0 010 11.600z" fill="currentColor" stroke="none" />
  </Icon>
);
export const OutIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.800" />
    <path d="M4 12l8-8" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="M3 8.500l3.500 3.500L13 4.500" />
  </Icon>
);
