/** Files of this machine: opening, saving in place where the browser can, else downloading. */
import type { Draft } from './recovery/draft-store';
import type { Adopted } from '../pane/App';
import type { Place } from '../rules';
import { XLSX_MIME } from '../pane/parts/download';

export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it can be saved in place. */
  readonly handle: FileSystemFileHandle | null;
  /** Milliseconds since 1970 of the file on disk. */
  readonly modified: number;
  /** Just made, and stored nowhere yet. */
  readonly isNew?: boolean;
  /** Where it was made from an old score table. */
  readonly adopted?: Adopted;
  /** Work that was not saved, found again after a crash. */
  readonly draft?: Draft;
  /** The cell to begin at. */
  readonly at?: Place;
}

interface PickerWindow {
  showOpenFilePicker?: (options: object) => Promise<FileSystemFileHandle[]>;
}

const TYPES = [
  {
    description: 'Excel',
    accept: { [XLSX_MIME]: ['.xlsx'], 'application/vnd.ms-excel.sheet.macroEnabled.12': ['.xlsm'] },
  },
];

/** Asks for a file; null when the person changes their mind. */
export async function pickFile(): Promise<ChosenFile | null> {
  const { showOpenFilePicker } = window as PickerWindow;
  if (!showOpenFilePicker) return pickByInput();
  try {
    const [handle] = await showOpenFilePicker({ types: TYPES });
    return handle ? await readHandle(handle) : null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    return pickByInput(); // a frame or a policy may forbid the picker
  }
}

function pickByInput(): Promise<ChosenFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.xlsx,.xlsm';
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      resolve(file ? readFile(file, null) : null);
    });
    input.addEventListener('cancel', () => {
      resolve(null);
    });
    input.click();
  });
}

/** The first file of a drop. */
export async function droppedFile(transfer: DataTransfer): Promise<ChosenFile | null> {
  const item: (DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> }) | undefined = [
    ...transfer.items,
  ].find(({ kind }) => kind === 'file');
  const file = item?.getAsFile();
  const handle = await item?.getAsFileSystemHandle?.().catch(() => null);
  return file ? readFile(file, handle?.kind === 'file' ? (handle as FileSystemFileHandle) : null) : null;
}

/** The file as it lies on disk now. */
export const readHandle = async (handle: FileSystemFileHandle): Promise<ChosenFile> =>
  readFile(await handle.getFile(), handle);

async function readFile(file: File, handle: FileSystemFileHandle | null): Promise<ChosenFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), handle, modified: file.lastModified };
}

/** True when someone else saved the file since `modified`. */
export async function changedOnDisk(handle: FileSystemFileHandle, modified: number): Promise<boolean> {
  return (await handle.getFile()).lastModified !== modified;
}

/** Replaces the file; it stays whole when this fails half-way. Returns the new time on disk. */
export async function saveInPlace(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<number> {
  const stream = await handle.createWritable();
  await stream.write(bytes as Uint8Array<ArrayBuffer>);
  await stream.close();
  return (await handle.getFile()).lastModified;
}
