/** `thidua outlook FILE [--json]`: how things stand while scores still come in. */
import { cellName, type AwardChances } from '../rules';
import {
  chanceOf,
  chanceText,
  LISTED_WAITS,
  needTexts,
  outText,
  placesText,
  rangeText,
  rankRangeText,
  waitsText,
} from '../text/outlook';
import type { Lang } from '../text';
import { outlookJson } from '../workbook/json';
import { namesOf, type Judgement } from '../workbook/judgement';
import { print } from './terminal';
import { textTable, type Column } from './table';
import { EXIT, readArguments, type Command } from './usage';
import { openWorkbook, reportProblem } from './workbook-file';

const OUTLOOK_FORMAT = 'thidua/outlook@1';

/** A workbook that is still being filled is no failure: the exit code is 0 whenever it could be read. */
export const outlook: Command = (args) => {
  const { files, lang, flag } = readArguments(args, { json: { type: 'boolean' } }, { min: 1, max: 1 });
  const file = files[0] ?? '';
  const opened = openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const { judgement } = opened.value;
  if (flag('json')) {
    const {
      book: { info },
      evaluation,
      fingerprint,
    } = judgement;
    const told = {
      format: OUTLOOK_FORMAT,
      file,
      bloc: { name: info.name, year: info.year, province: info.province },
      fingerprint,
      outlook: outlookJson(evaluation.outlook),
    };
    print(JSON.stringify(told, null, 2).split('\n'));
  } else {
    print([
      ...standingLines(judgement, lang),
      ...judgement.evaluation.outlook.awards.flatMap((award) => awardLines(judgement, award, lang)),
    ]);
  }
  return EXIT.ok;
};

const WORDS = {
  vi: { rank: 'Hạng', unit: 'Đơn vị', total: 'Tổng', empty: 'Còn trống', wrong: 'Có lỗi', because: 'vì' },
  en: { rank: 'Rank', unit: 'Unit', total: 'Total', empty: 'Empty', wrong: 'In error', because: 'because' },
} as const;

/** Units by the best rank they can reach, with what each award is for them. */
function standingLines(judgement: Judgement, lang: Lang): string[] {
  const {
    book,
    evaluation: { outlook: told },
    short,
  } = judgement;
  const words = WORDS[lang];
  const names = namesOf(judgement);
  const columns: Column[] = [
    { header: words.rank, align: 'right' },
    { header: words.unit, align: 'left' },
    { header: words.total, align: 'right' },
    { header: words.empty, align: 'right' },
    { header: words.wrong, align: 'right' },
    ...told.awards.map(({ id }): Column => ({ header: names.award(id), align: 'left' })),
  ];
  const order = [...told.units].sort(
    (a, b) =>
      (a.rank?.[0] ?? Infinity) - (b.rank?.[0] ?? Infinity) ||
      (a.rank?.[1] ?? Infinity) - (b.rank?.[1] ?? Infinity) ||
      0,
  );
  const rows = order.map((unit) => [
    rankRangeText(unit.rank),
    names.unit(unit.id),
    rangeText(unit.total, book.settings.totalDecimals, lang),
    count(unit.empty),
    count(unit.open.length - unit.empty),
    ...told.awards.map((award) => chanceText(chanceOf(award, unit.id), lang)),
  ]);
  return [
    `${[book.info.name, book.info.year].filter(Boolean).join(' – ')}  [${short}]`,
    '',
    ...textTable(columns, rows),
    '',
  ];
}

const count = (cells: number): string => (cells === 0 ? '' : String(cells));

/** One award: who is certain, what the others need, the cells that decide it, and why the rest is out. */
function awardLines(judgement: Judgement, award: AwardChances, lang: Lang): string[] {
  const names = namesOf(judgement);
  const own = new Map(judgement.evaluation.outlook.units.map((unit) => [unit.id, unit]));
  const name = names.award(award.id);
  return [
    `- ${name}: ${placesText(award, lang)}`,
    ...award.certain.map((unit) => `    ${names.unit(unit)}: ${chanceText('certain', lang)}`),
    ...award.possible.flatMap((possible) => {
      const unit = own.get(possible.unit);
      return unit === undefined
        ? []
        : [
            `    ${names.unit(possible.unit)}: ${[chanceText('possible', lang), ...needTexts(possible, unit, name, names, lang)].join('; ')}`,
          ];
    }),
    ...(award.waits.length === 0
      ? []
      : [
          `    ${waitsText(award, name, lang)}:`,
          ...award.waits
            .slice(0, LISTED_WAITS)
            .map(
              ({ unit, criterion, place }) =>
                `      ${names.unit(unit)} · ${names.criterion(criterion)} [${place.sheet}!${cellName(place)}]`,
            ),
        ]),
    ...[...new Set(award.out.map(({ code }) => code))].map(
      (code) =>
        `    ${chanceText('out', lang)} ${WORDS[lang].because} ${outText(code, lang)}: ${award.out
          .filter((each) => each.code === code)
          .map(({ unit }) => names.unit(unit))
          .join('; ')}`,
    ),
  ];
}
