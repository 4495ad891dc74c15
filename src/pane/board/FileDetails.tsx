/** One checked workbook: its faults, the way into it, the letter to its bloc. */
import { Button } from '@fluentui/react-components';
import { useContext, useMemo, useState } from 'react';
import { isProgramFault, type FileReport } from '../../board/check-workbook';
import { faultsOf } from '../../board/faults';
import type { Place } from '../../rules';
import { OpenerContext } from '../App';
import type { ChosenWorkbook } from '../files-run';
import { useBoardText } from './board-words';
import { FaultList } from './FaultList';
import { LetterButtons } from './LetterButtons';

interface Props {
  readonly report: FileReport;
  readonly file: ChosenWorkbook | undefined;
}

export function FileDetails({ report, file }: Props) {
  const t = useBoardText();
  const open = useContext(OpenerContext);
  const [gone, setGone] = useState(false);
  const faults = useMemo(() => faultsOf(report), [report]);
  const openAt =
    open && file && report.verdict !== 'unreadable'
      ? async (place?: Place) => {
          const bytes = await file.arrayBuffer().catch(() => null); // a browser reads no file that changed since it was chosen
          setGone(bytes === null);
          if (bytes) open(file.name, new Uint8Array(bytes), place);
        }
      : null;
  return (
    <>
      <div className="buttons">
        {openAt && (
          <Button
            size="small"
            appearance="primary"
            onClick={() => {
              void openAt(faults[0]?.main.place ?? undefined);
            }}
          >
            {t('open')}
          </Button>
        )}
        {faults.length > 0 && !isProgramFault(report) && <LetterButtons report={report} />}
      </div>
      <p className="trouble" role="alert">
        {gone && t('gone')}
      </p>
      <FaultList
        faults={faults}
        onGo={
          openAt &&
          ((place) => {
            void openAt(place);
          })
        }
      />
    </>
  );
}
