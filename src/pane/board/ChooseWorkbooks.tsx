/** Two buttons that ask for workbooks: several files, or a folder with all that lies in it. */
import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { WORKBOOKS } from './chosen-files';

interface Props {
  /** The labels of the two. */
  readonly files: string;
  readonly folder: string;
  /** Marks the inputs, `data-<mark>`, for those who give files without the browser's own dialog. */
  readonly mark: 'board' | 'forms';
  readonly isPrimary?: boolean;
  readonly onChosen: (input: HTMLInputElement) => void;
}

export function ChooseWorkbooks({ files, folder, mark, isPrimary = false, onChosen }: Props) {
  const filesInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement | null>(null);
  return (
    <>
      <div className="buttons">
        <Button appearance={isPrimary ? 'primary' : 'secondary'} onClick={() => filesInput.current?.click()}>
          {files}
        </Button>
        <Button onClick={() => folderInput.current?.click()}>{folder}</Button>
      </div>
      <input
        ref={filesInput}
        type="file"
        hidden
        multiple
        accept={WORKBOOKS}
        {...{ [`data-${mark}`]: 'files' }}
        onChange={(event) => {
          onChosen(event.target);
        }}
      />
      <input
        ref={(element) => {
          element?.setAttribute('webkitdirectory', '');
          folderInput.current = element;
        }}
        type="file"
        hidden
        multiple
        {...{ [`data-${mark}`]: 'folder' }}
        onChange={(event) => {
          onChosen(event.target);
        }}
      />
    </>
  );
}
