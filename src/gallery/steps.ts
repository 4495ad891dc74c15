/** What a person does in a view to bring it into a state: presses, types, chooses, gives files. */
import type { UiLang } from '../text/ui';
import type { ChosenWorkbook } from '../pane/files-run';
import type { Said } from './said';

export type Step = (lang: UiLang) => Promise<void>;

/** Between two looks, in milliseconds, and how many there are at the most. */
const [PAUSE, LOOKS] = [5, 1000];

/** What `look` finds, as soon as it finds it. Looks are counted, so that a slow machine has its time. */
export async function eventually<Found>(what: string, look: () => Found | null | undefined | false): Promise<Found> {
  for (let at = 0; at < LOOKS; at += 1) {
    const found = look();
    if (found !== null && found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new Error(`nothing came: ${what}`);
}

const squeezed = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** What is on the screen, what is typed in fields included. */
export const screenText = (): string =>
  squeezed(
    [
      document.body.textContent,
      ...[...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(
        ({ value }) => value,
      ),
    ].join(' '),
  );

/** What a selector finds in the dialog in front, the dialog itself included, or, without one, on the whole screen. */
function inFront(selector: string): HTMLElement[] {
  const front: Node = document.querySelector('dialog[open]') ?? document;
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => front.contains(one));
}

const nth = (selector: string, at: number): HTMLElement | null => inFront(selector).at(at) ?? null;

/** A fold is opened by its own word: not every browser of the tests opens it for a click. */
function pressed(found: HTMLElement): void {
  if (found.tagName === 'SUMMARY' && found.parentElement instanceof HTMLDetailsElement)
    found.parentElement.open = !found.parentElement.open;
  else found.click();
}

/** Presses the first button, tab or fold of this name: in the dialog in front, where there is one. */
export const press =
  (name: Said): Step =>
  async (lang) => {
    const wanted = squeezed(name(lang));
    const found = await eventually(`to press: ${wanted}`, () =>
      inFront('button:not(:disabled), summary').find(
        (one) => squeezed(one.textContent) === wanted || one.getAttribute('aria-label') === wanted,
      ),
    );
    pressed(found);
  };

/** Presses what a selector finds, by its number. */
export const pressAt =
  (selector: string, at = 0): Step =>
  async () => {
    pressed(await eventually(`to press: ${selector}`, () => nth(selector, at)));
  };

export const wait =
  (selector: string): Step =>
  async () => {
    await eventually(selector, () => nth(selector, 0));
  };

/** Looks whether a part of the screen, not only some other, has the words. */
export const reads =
  (selector: string, words: Said): Step =>
  async (lang) => {
    await eventually(`${selector}: ${words(lang)}`, () => nth(selector, 0)?.textContent?.includes(words(lang)));
  };

/** Opens every fold on the screen, the inner ones as they come. */
export const unfoldAll =
  (within: string): Step =>
  async () => {
    await eventually(within, () => nth(`${within} summary`, 0));
    for (;;) {
      const closed = nth(`${within} details:not([open]) > summary`, 0);
      if (!closed) return;
      pressed(closed);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  };

/** React hears of a value that is set as the browser sets it. */
function setValue(field: HTMLElement, value: string): void {
  Reflect.set(Object.getPrototypeOf(field) as object, 'value', value, field);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

export const typeInto =
  (selector: string, text: string, at = 0): Step =>
  async () => {
    setValue(await eventually(selector, () => nth(selector, at)), text);
  };

/** Chooses the option of this number, from 0, in a list. */
export const choose =
  (selector: string, option: number, at = 0): Step =>
  async () => {
    const list = await eventually(selector, () => {
      const found = nth(selector, at);
      return found instanceof HTMLSelectElement && found.options.length > option && found;
    });
    setValue(list, list.options[option]?.value ?? '');
  };

/** Hands files to an input, as the browser's own dialog would. */
export const give =
  (selector: string, files: () => Promise<readonly ChosenWorkbook[]>): Step =>
  async () => {
    const input = await eventually(selector, () => nth(selector, 0));
    Object.defineProperty(input, 'files', { value: await files(), configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
