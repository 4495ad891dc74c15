/** A failure of the pane shows a calm panel with a way back, never a blank pane. */
import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useTranslate } from '../lang';
import { copyText } from './clipboard';

interface Props {
  readonly about: string;
  /** What else has to happen before the children are shown again. */
  readonly onBack?: () => void;
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? (
      <Failure
        error={error}
        about={this.props.about}
        onBack={() => {
          this.props.onBack?.();
          this.setState({ error: null });
        }}
      />
    ) : (
      this.props.children
    );
  }
}

function Failure({
  error,
  about,
  onBack,
}: {
  readonly error: Error;
  readonly about: string;
  readonly onBack: () => void;
}) {
  const t = useTranslate();
  return (
    <div className="failure" role="alert">
      <h1>{t('failure.title')}</h1>
      <p>{t('failure.text')}</p>
      <div className="buttons">
        <Button appearance="primary" onClick={onBack}>
          {t('failure.back')}
        </Button>
        <Button
          onClick={() => {
            void copyText(failureDetails(error, about));
          }}
        >
          {t('failure.copy')}
        </Button>
      </div>
    </div>
  );
}

/** Where and what failed, without the message: it might quote a cell. */
export function failureDetails(error: Error, about: string): string {
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s*at |@/.test(line))
    .slice(0, 12);
  return [about, navigator.userAgent, error.name, ...frames].join('\n');
}
