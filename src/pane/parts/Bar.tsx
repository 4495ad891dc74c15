/** A message that stays until it is closed. Fluent's MessageBar costs 6 KB and says no more. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslate } from '../lang';
import { CheckIcon, CloseIcon, ErrorIcon, InfoIcon, WarningIcon } from './icons';

export type Intent = 'info' | 'success' | 'warning' | 'error';

const ICONS = { info: InfoIcon, success: CheckIcon, warning: WarningIcon, error: ErrorIcon } as const satisfies Record<
  Intent,
  () => ReactNode
>;

interface Props {
  readonly intent: Intent;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Stands inside an element with the role status or alert that is always there, so that it is announced. */
export function Bar({ intent, onClose, actions, children }: Props) {
  const t = useTranslate();
  const Icon = ICONS[intent];
  return (
    <div className={`notice bar-${intent}`}>
      <span className="bar-sign">
        <Icon />
      </span>
      <div className="bar-body">
        <p>{children}</p>
        {actions && <div className="buttons">{actions}</div>}
      </div>
      <Button appearance="transparent" size="small" icon={<CloseIcon />} aria-label={t('close')} onClick={onClose} />
    </div>
  );
}
