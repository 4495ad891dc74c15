/** Every view of pane and page: axe, no sideways scrolling, no text cut off, targets, zoom, and nothing untranslated. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { REGULATIONS } from '../../src/regulations';
import { ISSUE_SEVERITY } from '../../src/rules';
import type { WorkbookCells } from '../../src/sheets/cells';
import { judge, namesOf } from '../../src/workbook/judgement';
import { readWorkbook } from '../../src/xlsx';
import { openInExcel } from '../excel-host/browser';
import { loadBook } from '../excel-host/file';
import { ExcelHost } from '../excel-host/host';
import { fewMissing, sampleBytes, sampleWithout, type IsMissing } from '../support/holes';
import { CRITERIA, UNITS } from '../workbook/adopt/bloc';
import { fileOf, SHAPES, type Shape } from '../workbook/adopt/shapes';
import { checked, followed, newPage, openPage, openProduct, root, type Product } from './support';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(async () => {
  await product?.close();
});

/** With a percentage, a total that is wrong and a note, so that there is something to tell. */
const OLD: Shape = {
  ...(SHAPES[0] as Shape),
  sheets: Object.fromEntries(
    Object.entries((SHAPES[0] as Shape).sheets).map(([name, rows]) => [
      name,
      [
        ...rows.map((row) =>
          row[1] === UNITS[0] ? row.map((value, at) => (at === 3 ? '95 %' : at === row.length - 1 ? 9 : value)) : row,
        ),
        ['Ghi chú: đã rà soát'],
      ],
    ]),
  ),
};

interface View {
  readonly name: string;
  readonly sample: string;
  /** An old score table instead of the sample. */
  readonly old?: Shape;
  /** Scores of the sample that are not there yet. */
  readonly missing?: IsMissing;
  readonly open: (page: Page, host: ExcelHost) => Promise<void>;
}

const tab = (id: string) => async (page: Page) => {
  await page.locator(`#tab-${id}`).click();
  // A view comes when it is asked for.
  await page.waitForFunction(
    (chosen) => document.querySelector(`[role="tabpanel"][aria-labelledby="tab-${chosen}"]`)?.hasChildNodes(),
    id,
  );
  await checked(page);
};
const after =
  (...steps: View['open'][]): View['open'] =>
  async (page, host) => {
    for (const step of steps) await step(page, host);
  };
const season = (part: 'standing' | 'untouched') =>
  after(tab('ranking'), async (page) => {
    await page.locator(part === 'standing' ? '.standing' : '.progress').waitFor();
  });
/** While points are missing the other view opens by itself. */
const rankingTable = after(tab('ranking'), async (page) => {
  await page.locator('.views button').first().click();
  await page.locator('.ranking').waitFor();
});
const write = async (page: Page) => {
  await page.locator('.pane-action button').click();
  await page.locator('.notice').waitFor();
};
const menu = async (page: Page) => {
  await page.locator('.pane-head button').click();
  await page.locator('dialog[open]').waitFor();
};

/** The views of the pane, as they open in any language. */
const VIEWS: readonly View[] = [
  {
    name: 'first run',
    sample: 'B',
    open: async (page) => {
      await page.locator('.first-run').waitFor();
    },
  },
  {
    name: 'findings, one open with its fix',
    sample: 'co-loi',
    open: async (page) => {
      await page.getByRole('searchbox').fill('number-as-text');
      await page.locator('.issue-main').first().click();
      await page.locator('.fix').waitFor();
    },
  },
  { name: 'how things stand in a new book', sample: 'B', missing: () => true, open: season('untouched') },
  {
    name: 'how things stand, half scored',
    sample: 'A',
    missing: (_unit, code) => code.startsWith('I.'),
    open: season('standing'),
  },
  {
    name: 'how things stand, few scores missing, all unfolded',
    sample: 'B',
    missing: fewMissing,
    open: after(season('standing'), async (page) => {
      for (const summary of await page.locator('.panel summary').all()) await summary.click();
    }),
  },
  { name: 'how things stand with cells in error', sample: 'co-loi', open: season('standing') },
  {
    name: 'a unit while scores are missing',
    sample: 'B',
    missing: fewMissing,
    open: after(season('standing'), async (page) => {
      await page.locator('.standing .link', { hasText: 'Ban Dân tộc' }).click();
      await page.locator('.chance-line').first().waitFor();
    }),
  },
  { name: 'ranking with provisional ranks', sample: 'co-loi', open: rankingTable },
  {
    name: 'ranking after a late change',
    sample: 'B',
    open: after(
      write,
      async (page, host) => {
        host.type('Chấm điểm', 5, 6, 23.25);
        await page.locator('.is-stale').waitFor();
      },
      tab('ranking'),
      async (page) => {
        await followed(page, page.locator('.changes'));
      },
    ),
  },
  { name: 'ranking of 24 units', sample: 'D', open: tab('ranking') },
  {
    name: 'unit',
    sample: 'B',
    open: after(tab('ranking'), async (page) => {
      await page.locator('.ranking .link').nth(3).click();
      await page.locator('.unit .branch summary').first().click();
    }),
  },
  {
    name: 'what if',
    sample: 'B',
    open: after(tab('ranking'), async (page) => {
      await page.locator('.panel .buttons button').first().click();
      await page.locator('.what-if input').fill('24');
      await page.locator('.what-if form button').click();
      await page.locator('.suppositions').waitFor();
    }),
  },
  { name: 'report', sample: 'co-loi', open: tab('report') },
  { name: 'report after a write', sample: 'B', open: after(write, tab('report')) },
  {
    name: 'a faulty unit',
    sample: 'co-loi',
    open: after(rankingTable, async (page) => {
      await page.locator('.ranking .link').nth(2).click();
    }),
  },
  {
    name: 'a refused write',
    sample: 'B',
    open: async (page, host) => {
      host.book.addSheet('Kết quả');
      await write(page);
    },
  },
  {
    name: 'the Board’s check, one workbook open',
    sample: 'co-loi',
    open: after(tab('board'), async (page) => {
      await page.locator('.board-options summary').click();
      await page.locator('[data-board="files"]').setInputFiles(join(root, 'assets/samples/co-loi.xlsx'));
      await page.locator('.board .link').click();
      await page.locator('.board-details li').first().waitFor();
    }),
  },
  {
    name: 'help on codes',
    sample: 'co-loi',
    open: async (page) => {
      await page.locator('.issue-main').first().click();
      await page.locator('.issue-code button').click();
      await page.locator('dialog input').fill('diem');
    },
  },
  {
    name: 'a failure',
    sample: 'B',
    open: async (page) => {
      await page.evaluate('Intl.Collator = class { constructor() { throw new TypeError(); } }');
      await page.locator('#tab-ranking').click();
      await page.locator('.failure').waitFor();
    },
  },
  {
    name: 'decision dialog',
    sample: 'co-loi-da-sua',
    open: after(tab('ranking'), async (page) => {
      await page.locator('.awards button:not(.link)').click();
      await page.locator('dialog[open]').waitFor();
    }),
  },
  {
    name: 'an old score table, offered',
    sample: 'B',
    old: OLD,
    open: async (page) => {
      await page.locator('.adopt-offer').waitFor();
    },
  },
  {
    name: 'an old score table, all unfolded',
    sample: 'B',
    old: OLD,
    open: async (page) => {
      await page.locator('.adopt-offer button').first().click();
      await page.locator('.adopt select').selectOption('khối chấm');
      await page.locator('.adopt li').first().waitFor();
      for (const summary of (await page.locator('.adopt summary').all()).reverse()) await summary.click();
      await page.locator('.adopt input[type="text"]').first().fill('hai');
      await page.locator('.adopt .trouble:not(:empty)').waitFor();
    },
  },
  { name: 'options dialog', sample: 'B', open: menu },
  {
    name: 'the rules as sentences',
    sample: 'A',
    open: async (page) => {
      await page.locator('.panel > .buttons button').last().click();
      await page.locator('.regulation li').first().waitFor();
    },
  },
  {
    name: 'a change of the rules, previewed',
    sample: 'B',
    open: after(menu, async (page) => {
      await page.locator('dialog button.fui-Button').nth(3).click();
      // The forms of units stand before the units.
      await page.locator('.regulation section').nth(1).locator('.buttons button').first().click();
      await page.locator('dialog input').fill('Văn phòng');
      await page.locator('dialog button[type="submit"]').click();
      await page.locator('.change-preview li').first().waitFor();
    }),
  },
  {
    name: 'new workbook dialog',
    sample: 'B',
    open: after(menu, async (page) => {
      await page.locator('dialog button.fui-Button').nth(1).click();
      await page.locator('dialog textarea').waitFor();
    }),
  },
  {
    name: 'next year’s workbook dialog, its name missing',
    sample: 'B',
    open: after(menu, async (page) => {
      await page.locator('dialog button.fui-Button').nth(2).click();
      await page.locator('dialog input').first().fill('');
      await page.locator('dialog button[type="submit"]').click();
      await page.locator('dialog .trouble:not(:empty)').waitFor();
    }),
  },
];

async function openPane(
  { sample, old, missing = () => false }: Pick<View, 'sample' | 'old' | 'missing'>,
  options: BrowserContextOptions,
  query = '',
): Promise<{ readonly page: Page; readonly host: ExcelHost }> {
  const host = new ExcelHost(loadBook(old ? fileOf(old) : sampleWithout(sample, missing)), { version: 19 });
  const page = await newPage(product, {
    viewport: { width: 320, height: 700 },
    reducedMotion: 'reduce',
    ...options,
  });
  await openInExcel(page, host, product.server.address, { locale: query.includes('en') ? 'en-US' : 'vi-VN' });
  await page.goto(`${product.server.address}taskpane.html${query}`);
  await checked(page);
  return { page, host };
}

/** All findings but those on the library's own invisible focus helpers. */
async function axeFindings(page: Page, rules: readonly string[] | null): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: object,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(
      { exclude: [['[data-tabster-dummy]']] },
      {
        runOnly:
          only === null
            ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
            : { type: 'rule', values: only },
      },
    );
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`)
          .join(' || ')}`,
    );
  }, rules);
}

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;
const LOOKS: readonly (readonly [string, Media])[] = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }],
];

/** What depends on colours is asked in every look, all else in the first. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

async function axeInAllLooks(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const [look, media] of LOOKS) {
    await page.emulateMedia(media);
    await page.waitForFunction((theme) => document.documentElement.dataset['theme'] === theme, media.colorScheme);
    // Who asks for less motion gets none: a colour on its way would also be measured as one that is too pale.
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    findings.push(
      ...(await axeFindings(page, look === 'light' ? null : OF_COLOURS)).map((finding) => `${look}: ${finding}`),
    );
  }
  return findings;
}

test('page: workbook, start screen, faulty workbook', async () => {
  const { page } = await openPage(product, 'index.html', { reducedMotion: 'reduce' });
  expect(await axeInAllLooks(page)).toEqual([]);
  await page.locator('.page-bar button').nth(1).click();
  await page.locator('dialog[open]').waitFor();
  expect(await axeInAllLooks(page)).toEqual([]);
  await page.locator('.sample').nth(1).click();
  await page.locator('.file-name', { hasText: 'co-loi' }).waitFor();
  await checked(page);
  expect(await axeInAllLooks(page)).toEqual([]);
  await page.context().close();
});

test('page: the Board’s check in the whole window, then twice as large: axe, all fits, nothing untranslated', async () => {
  const { page } = await openPage(
    product,
    'index.html',
    { reducedMotion: 'reduce', viewport: { width: 1366, height: 768 } },
    '?lang=pseudo',
  );
  await page.locator('#tab-board').click();
  await page.locator('.board-start').waitFor();
  expect(await axeFindings(page, null)).toEqual([]);
  await page.locator('.board-start textarea').fill('Khối vắng mặt');
  await page
    .locator('[data-board="files"]')
    .setInputFiles(['co-loi', 'D'].map((name) => join(root, `assets/samples/${name}.xlsx`)));
  await page.locator('.board-overall').waitFor();
  expect(await axeInAllLooks(page)).toEqual([]);
  await page.locator('.board tbody tr', { hasText: 'co-loi' }).click();
  await page.locator('.faults').waitFor();
  expect(await axeInAllLooks(page)).toEqual([]);
  expect(await misfits(page)).toEqual([]);
  const names = ['co-loi', 'D'].flatMap((sample) => [`${sample}.xlsx`, ...namesIn(sample)]);
  const known = new Set([
    ...names,
    ...namesIn('B'),
    'B.xlsx',
    'Khối vắng mặt',
    'Esc',
    'Ctrl',
    ...Object.keys(ISSUE_SEVERITY),
  ]);
  expect(await untranslated(page, known)).toEqual([]);
  await page.setViewportSize({ width: 683, height: 384 });
  await page.locator('.board-details li').first().waitFor();
  expect(await misfits(page)).toEqual([]);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.locator('.board-beside .faults').waitFor();
  await page.context().close();
});

/** What is said in a sample: names of sheets, and texts in cells. */
function namesIn(sample: string): string[] {
  return loadBook(sampleBytes(sample))
    .sheets.flatMap((sheet) => [sheet.name, ...[...sheet.cells.values()].map(({ value }) => value)])
    .filter((value): value is string => typeof value === 'string' && value.length > 1);
}

/** What is wider than the window, a target smaller than 24 px, and text that does not show in full. */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.scrollingElement;
    if (root && root.scrollWidth > root.clientWidth)
      found.push(`the page scrolls sideways: ${String(root.scrollWidth)} > ${String(root.clientWidth)}`);
    for (const box of document.querySelectorAll('.pane, .panel, dialog[open]'))
      if (box.scrollWidth > box.clientWidth)
        found.push(`${box.className} scrolls sideways: ${String(box.scrollWidth)} > ${String(box.clientWidth)}`);
    for (const target of document.querySelectorAll(
      'button, select, input:not([type="checkbox"]), textarea, summary, [role="tab"]',
    )) {
      const { width, height } = target.getBoundingClientRect();
      if (width > 0 && (width < 24 || height < 24))
        found.push(
          `${target.tagName} ${target.textContent?.slice(0, 30) ?? ''} is ${String(Math.round(width))} × ${String(Math.round(height))}`,
        );
    }
    // Rows of the Board's list are all of one height: the details beside them say the rest.
    for (const element of document.querySelectorAll<HTMLElement>(
      ':is(.pane, .failure, dialog[open]) *:not(.board-cell, .board-cell *)',
    )) {
      const hasText = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
      );
      if (element.clientWidth === 0 || element.closest('select, .sr-only') || !hasText) continue;
      const clipped =
        getComputedStyle(element).overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      if (element.scrollWidth > element.clientWidth + 1 || clipped)
        found.push(`cut off: ${element.textContent || element.tagName}`);
    }
    return found;
  });
}

test('the primary action stands above the fold at 320 × 378', async () => {
  const { page } = await openPane({ sample: 'co-loi' }, { viewport: { width: 320, height: 378 } });
  const box = await page.getByRole('button', { name: 'Tính và ghi kết quả' }).boundingBox();
  expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(378);
  await page.context().close();
});

test('200 % zoom of the page: everything can be reached, nothing scrolls sideways', async () => {
  const { page } = await openPage(product, 'index.html', {
    viewport: { width: 640, height: 400 },
    deviceScaleFactor: 2,
  });
  expect(await misfits(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bảng điều khiển' }).click();
  await page.getByRole('button', { name: 'Tính và ghi kết quả' }).click();
  await page.locator('.notice').waitFor();
  expect(await misfits(page)).toEqual([]);
  await page.context().close();
});

function readSample(sample: string): WorkbookCells {
  const read = readWorkbook(sampleBytes(sample));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** Texts that did not go through the catalogue: outside of ⟦⟧ and not from the workbook. */
async function untranslated(page: Page, known: ReadonlySet<string>): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent && !parent.closest('script, style, noscript, #too-old, .grid, .sheet-tabs, .edit-line'))
        found.push(walker.currentNode.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (!element.closest('.grid'))
        for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  const words = [...known].filter((word) => word.length > 2).sort((a, b) => b.length - a.length);
  return texts
    .map((text) => words.reduce((rest, word) => rest.replaceAll(word, ' '), text.replace(/⟦[^⟧]*⟧/g, ' ')).trim())
    .filter((text) => /\p{L}{3}/u.test(text));
}

/** What the pseudo-language leaves as it stands in the workbook, and names. */
function wordsOf(view: View): Set<string> {
  const cells = loadBook(view.old ? fileOf(view.old) : readFileSync(join(root, `assets/samples/${view.sample}.xlsx`)));
  const fromWorkbook = cells.sheets
    .flatMap((sheet) => [sheet.name, ...[...sheet.cells.values()].map(({ value }) => value)])
    .filter((value): value is string => typeof value === 'string' && value.length > 1);
  const { book } = judge(readSample(view.sample));
  return new Set([
    ...fromWorkbook,
    ...book.criteria.map(({ code }) => namesOf({ book }).criterion(code)),
    ...(view.old ? CRITERIA.flatMap(({ code, name }) => [code, name]) : []),
    'Kết quả',
    'Báo cáo',
    'Kiểm tra',
    'Giải trình',
    'Nhật ký',
    'thidua',
    'Excel',
    'co-loi.xlsx',
    ...Object.keys(ISSUE_SEVERITY),
    ...REGULATIONS.flatMap(({ name, source }) => [name, source]),
  ]);
}

/** Chooses the language as the menu does, which would close what is open. */
async function speak(page: Page, lang: 'en' | 'pseudo'): Promise<void> {
  await page.evaluate((wanted) => {
    interface Fiber {
      readonly memoizedProps: { readonly value?: { readonly setLang?: (lang: string) => void } } | null;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
    }
    const find = (fiber: Fiber | null): ((lang: string) => void) | undefined =>
      fiber === null ? undefined : (fiber.memoizedProps?.value?.setLang ?? find(fiber.child) ?? find(fiber.sibling));
    const container = document.querySelector('#root') as unknown as Record<string, Fiber>;
    const key = Object.keys(container).find((name) => name.startsWith('__reactContainer'));
    const setLang = key === undefined ? undefined : find(container[key] ?? null);
    if (setLang === undefined) throw new Error('no choice of language');
    setLang(wanted);
  }, lang);
  await page.waitForFunction(
    (wanted) => (wanted === 'en' ? document.documentElement.lang === 'en' : document.body.textContent.includes('⟦')),
    lang,
  );
}

test.each(VIEWS.map((view) => [view.name, view] as const))(
  'pane, %s: axe in light, dark and forced colours; all fits in 320 and 270 px, in English too; nothing untranslated',
  async (_name, view) => {
    const { page, host } = await openPane(view, {});
    await view.open(page, host);
    expect(await axeInAllLooks(page)).toEqual([]);
    expect(await misfits(page)).toEqual([]);
    await page.setViewportSize({ width: 270, height: 700 });
    expect(await misfits(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    await speak(page, 'en');
    expect(await misfits(page)).toEqual([]);
    await speak(page, 'pseudo');
    expect(await untranslated(page, wordsOf(view))).toEqual([]);
    await page.context().close();
  },
);
