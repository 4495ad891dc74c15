/** From the cells of a workbook to the book that the rules judge. */
import { emptyBook, type Book } from '../rules';
import type { WorkbookCells } from '../sheets/cells';
import { readAttendees } from './read/attendees';
import { readAwards } from './read/awards';
import { readBallots, sayUnusedBallots } from './read/ballots';
import { readBands } from './read/bands';
import { readAccount } from './read/account';
import { Codes } from './read/codes';
import { readConditions } from './read/conditions';
import { readCriteria } from './read/criteria';
import { readData } from './read/data';
import { readDecisions } from './read/decisions';
import { InfoRows } from './read/info';
import { sayLegacyTexts } from './read/legacy';
import { readMatrix } from './read/matrix';
import { Reader } from './read/reader';
import { readSettings, readTieKeys } from './read/settings';
import { sayNearSheets } from './read/sheets';
import { settled } from './read/steady';
import { readUnits, sayPerhapsNotRanked } from './read/units';

/**
 * Reads the standard workbook. Never throws: everything that is wrong is among `findings`, what
 * outcomes can no longer be trusted for it among `doubts`, and what was read and what not in `read`.
 * A workbook of a newer template is not read at all.
 */
export const readBook = (cells: WorkbookCells): Book => settled(cells, readOnce);

function readOnce(cells: WorkbookCells): Book {
  const reader = new Reader(cells);
  const rows = new InfoRows(reader);
  const sheetOrder = cells.sheets.map(({ name }) => name);
  if (rows.newer)
    return {
      ...emptyBook(),
      info: rows.info(unreadable()),
      findings: [...reader.findings.issues],
      doubts: reader.findings.doubts([]),
      sheetOrder,
      read: readAccount(reader),
    };
  sayNearSheets(reader.sheets, rows.unusedSheets(reader.sheets), reader.findings);
  sayLegacyTexts(reader);
  const { settings, tieKeyRow } = readSettings(reader);
  const criteria = readCriteria(reader);
  const units = readUnits(reader);
  const { awards, codes } = readAwards(reader);
  const ballots = readBallots(reader, units.codes, codes);
  const names = {
    criteria: criteria.codes,
    ballots: ballots.codes,
    attributes: units.attributes,
    units: units.codes,
    kind: reader.kind,
  };
  const tieKeys = readTieKeys(reader, tieKeyRow, names);
  const scores = !criteria.codes.known ? [] : readMatrix(reader, criteria, units, settings.rankingLevel);
  const data = readData(reader, units.codes, criteria);
  const bands = readBands(reader);
  const conditions = readConditions(reader, { ...names, awards: codes, bands });
  sayPerhapsNotRanked(
    reader,
    units,
    [...conditions, ...tieKeys].map(({ field }) => field),
  );
  sayUnusedBallots(reader, ballots, codes, conditions, tieKeys);
  const decisions = readDecisions(reader, units.codes, codes);
  const info = rows.info(units.codes);
  return {
    info,
    settings: { ...settings, tieKeys },
    criteria: criteria.criteria,
    units: units.units,
    scores,
    data,
    awards,
    conditions,
    bands,
    ballots: ballots.ballots,
    decisions,
    attendees: readAttendees(reader, units.codes),
    findings: reader.findings.issues,
    doubts: reader.findings.doubts(awards.map(({ id }) => id)),
    sheetOrder,
    read: readAccount(reader),
  };
}

/** Codes of tables that are not read. */
function unreadable(): Codes {
  const codes = new Codes();
  codes.known = false;
  return codes;
}
