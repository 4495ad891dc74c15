/** The workbooks among what was chosen or dropped: folders are walked, other files left alone. */
import { shownName, type ChosenWorkbook } from './board-run';

export const WORKBOOKS = '.xlsx,.xlsm,.xltx,.xltm,.xls,.xlsb,.ods';

/** Excel's own `~$` files beside open workbooks are none. */
const isWorkbook = ({ name }: ChosenWorkbook): boolean => WORKBOOKS.split(',').some((extension) => name.toLowerCase().endsWith(extension)) && !name.startsWith('~$');

/** By name, as people list them. */
export function workbooksOf(files: Iterable<ChosenWorkbook>): ChosenWorkbook[] {
  const collator = new Intl.Collator('vi', { numeric: true });
  return [...files].filter(isWorkbook).sort((a, b) => collator.compare(shownName(a), shownName(b)));
}

/** All files of a drop, those inside of dropped folders too, with their path from there. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenWorkbook[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...transfer.files];
  return (await Promise.all(entries.map((entry) => filesIn(entry)))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<ChosenWorkbook[]> {
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => { entry.file(resolve, () => { resolve(null); }); });
    return file ? [{ name: file.name, webkitRelativePath: entry.fullPath.replace(/^\//, ''), arrayBuffer: () => file.arrayBuffer() }] : [];
  }
  const found: ChosenWorkbook[] = [];
  for await (const inside of entriesOf(entry as FileSystemDirectoryEntry)) found.push(...await filesIn(inside));
  return found;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A reader hands out a folder in parts; an empty part is the end. */
async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) => { reader.readEntries(resolve, () => { resolve([]); }); });
    if (part.length === 0) return;
    yield* part;
  }
}
