/** What collecting would do, file by file and cell by cell, and the question that is left. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Differing } from '../../workbook/unit-forms';
import { Choice } from '../parts/Choice';
import type { CollectedAnswer } from './forms-worker';
import { useFormsWords } from './use-forms-words';

interface PreviewProps {
  readonly answer: CollectedAnswer;
  readonly differing: Differing;
  readonly onDiffering: (differing: Differing) => void;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function CollectPreview({ answer, differing, onDiffering, onConfirm, onClose }: PreviewProps) {
  const { f, mark } = useFormsWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [answer]);
  const { files, missing, means, differing: others, fresh, others: left, follows, changes, count } = answer;
  return (
    <div className="change-preview">
      <h3 tabIndex={-1} ref={heading}>
        {f('files')}
      </h3>
      <ul>
        {files.map(({ isFaulty, lines }, at) => (
          <li key={at} className={isFaulty ? 'trouble' : undefined}>
            {lines.map((line, index) => (
              <p key={index}>{mark(line)}</p>
            ))}
          </li>
        ))}
      </ul>
      <p>{mark(missing)}</p>
      {others.length > 0 && (
        <>
          <h3>{f('differing', { n: others.length })}</h3>
          <Lines lines={others} />
          <Choice
            label={f('answer')}
            value={differing}
            options={(['ask', 'keep', 'replace'] as const).map((value) => ({ value, label: f(value) }))}
            onChange={onDiffering}
          />
        </>
      )}
      <Folded title={f('fresh', { n: fresh.length })} lines={fresh} />
      <Folded title={f('means', { n: means.length })} lines={means} />
      <Folded title={f('others', { n: left.length })} lines={left} />
      {answer.undecided > 0 ? (
        <p className="caution">{f('undecided')}</p>
      ) : changes === null ? (
        <p>{f('nothing')}</p>
      ) : (
        follows.length > 0 && (
          <>
            <h3>{f('follows')}</h3>
            <Lines lines={follows} />
          </>
        )
      )}
      <div className="buttons">
        {changes !== null && (
          <Button appearance="primary" onClick={onConfirm}>
            {f('confirm', { n: count })}
          </Button>
        )}
        <Button onClick={onClose}>{f(changes === null ? 'close' : 'cancel')}</Button>
      </div>
    </div>
  );
}

function Folded({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    lines.length > 0 && (
      <details>
        <summary>{title}</summary>
        <Lines lines={lines} />
      </details>
    )
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const { mark } = useFormsWords();
  return (
    <ul>
      {lines.map((line, at) => (
        <li key={at}>{mark(line)}</li>
      ))}
    </ul>
  );
}
