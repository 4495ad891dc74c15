/** The workbooks among what was chosen or dropped: folders are walked, other files left alone. */
import { isWorkbookName, WORKBOOK_EXTENSIONS } from '../../board/workbook-names';
import { shownName, type ChosenWorkbook } from '../files-run';

export const WORKBOOKS = WORKBOOK_EXTENSIONS.join(',');

export const workbooksOf = (files: Iterable<ChosenWorkbook>): ChosenWorkbook[] =>
  inOrder([...files].filter(({ name }) => isWorkbookName(name)));

/** By name, as people list them. */
function inOrder(files: ChosenWorkbook[]): ChosenWorkbook[] {
  const collator = new Intl.Collator('vi', { numeric: true });
  return files.sort((a, b) => collator.compare(shownName(a), shownName(b)));
}

interface DroppedItem extends DataTransferItem {
  /** Chromium only. */
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/**
 * The workbooks of a drop, those inside of dropped folders too, with their path from there. A folder
 * that cannot be read stays in the list: it becomes a finding.
 */
export async function droppedWorkbooks(transfer: DataTransfer): Promise<ChosenWorkbook[]> {
  // What was dropped can be asked for now, and no more after the first wait.
  const dropped = [...transfer.items]
    .filter(({ kind }) => kind === 'file')
    .map((item: DroppedItem) => ({
      file: item.getAsFile(),
      entry: item.webkitGetAsEntry(),
      handle: item.getAsFileSystemHandle?.().catch(() => null),
    }));
  const lists = await Promise.all(
    dropped.map(async ({ file, entry, handle }) => {
      if (!isFolder(entry)) return file && isWorkbookName(file.name) ? [file] : [];
      return (await workbooksIn(entry)) ?? (await workbooksOfHandle(await handle, entry.name)) ?? [unreadable(entry)];
    }),
  );
  return inOrder(lists.flat());
}

const isFolder = (entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry => entry?.isDirectory === true;

/** Null where the folder cannot be read. */
async function workbooksIn(folder: FileSystemDirectoryEntry): Promise<ChosenWorkbook[] | null> {
  const entries = await entriesOf(folder);
  if (entries === null) return null;
  const lists = entries.map(async (entry) => {
    if (isFolder(entry)) return (await workbooksIn(entry)) ?? [unreadable(entry)];
    return isWorkbookName(entry.name)
      ? [
          workbook(
            pathOf(entry),
            () =>
              new Promise((resolve, reject) => {
                (entry as FileSystemFileEntry).file(resolve, reject);
              }),
          ),
        ]
      : [];
  });
  return (await Promise.all(lists)).flat();
}

/** A reader hands out a folder in parts; an empty part is the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[] | null> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[] | null>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve(null);
      });
    });
    if (part === null) return null;
    if (part.length === 0) return entries;
    entries.push(...part);
  }
}

/** The same by the newer interface: Chromium gives a page opened by double-click nothing through the older one. */
async function workbooksOfHandle(
  handle: FileSystemHandle | null | undefined,
  path: string,
): Promise<ChosenWorkbook[] | null> {
  const found: ChosenWorkbook[] = [];
  try {
    for await (const inside of (handle as FileSystemDirectoryHandle).values()) {
      const insidePath = `${path}/${inside.name}`;
      if (inside.kind === 'directory')
        found.push(...((await workbooksOfHandle(inside, insidePath)) ?? [unreadable({ fullPath: insidePath })]));
      else if (isWorkbookName(inside.name)) found.push(workbook(insidePath, () => inside.getFile()));
    }
  } catch {
    return null;
  }
  return found;
}

const pathOf = ({ fullPath }: Pick<FileSystemEntry, 'fullPath'>): string => fullPath.replace(/^\//, '');

/** Opened when its turn comes. */
const workbook = (path: string, open: () => Promise<File>): ChosenWorkbook => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  webkitRelativePath: path,
  arrayBuffer: async () => (await open()).arrayBuffer(),
});

const unreadable = (folder: Pick<FileSystemEntry, 'fullPath'>): ChosenWorkbook =>
  workbook(pathOf(folder), () => Promise.reject(new Error('the folder cannot be read')));
