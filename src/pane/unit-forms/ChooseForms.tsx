/** The files that came back: chosen, as a folder, or dropped. */
import { useState, type DragEvent } from 'react';
import { ChooseWorkbooks } from '../board/ChooseWorkbooks';
import { droppedWorkbooks, workbooksOf } from '../board/chosen-files';
import type { ChosenWorkbook } from '../files-run';
import { useFormsWords } from './use-forms-words';

interface ChooseProps {
  readonly count: number;
  readonly onFiles: (files: readonly ChosenWorkbook[]) => void;
}

export function ChooseForms({ count, onFiles }: ChooseProps) {
  const { f } = useFormsWords();
  const [dragging, setDragging] = useState(false);
  const give = (from: HTMLInputElement): void => {
    const chosen = [...(from.files ?? [])];
    from.value = '';
    if (chosen.length > 0) onFiles(workbooksOf(chosen));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation(); // the page around would open the first file
    setDragging(false);
    void droppedWorkbooks(event.dataTransfer).then(onFiles);
  };
  return (
    <div
      className={dragging ? 'forms-drop is-over' : 'forms-drop'}
      onDrop={onDrop}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => {
        setDragging(false);
      }}
    >
      <ChooseWorkbooks files={f('choose')} folder={f('chooseFolder')} mark="forms" onChosen={give} />
      <p className="is-quiet">{count > 0 ? f('chosen', { n: count }) : f('drop')}</p>
    </div>
  );
}
