/** A book without contents, and the settings that count where a workbook says nothing. */
import type { BlocInfo, Book, Settings } from './book';

/** The settings of a workbook whose `Quy tắc` has no rows. */
export const DEFAULT_SETTINGS: Omit<Settings, 'sources'> = {
  scale: '100',
  rankingLevel: 'bloc',
  notApplicable: 'forbid',
  totalDecimals: 2,
  sectionDecimals: null,
  criterionDecimals: null,
  bonusCap: null,
  deductionCap: null,
  totalMin: null,
  totalMax: null,
  tieKeys: [],
  oneAwardPerUnit: true,
  unusedPlaces: 'lost',
  evidenceRequired: false,
  remarkRequired: false,
};

const NO_INFO: BlocInfo = {
  kind: null,
  name: '',
  year: '',
  province: '',
  governingBody: '',
  regulation: '',
  legalBases: [],
  leader: null,
  deputy: null,
  nextLeader: null,
  nextDeputy: null,
  venue: '',
  meetingDay: null,
  preparedBy: '',
  signedBy: '',
  signerPost: '',
  addressee: '',
  number: '',
  receivers: [],
  chair: '',
  secretary: '',
  begins: '',
  ends: '',
  tellers: '',
  note: '',
};

/**
 * A book to build on: no units, no criteria, every setting at its default.
 *
 * @example evaluate({ ...emptyBook(), units: book.units }).units.length // 8
 */
export function emptyBook(): Book {
  return {
    info: NO_INFO,
    settings: { ...DEFAULT_SETTINGS, sources: {} },
    criteria: [],
    units: [],
    scores: [],
    data: [],
    awards: [],
    conditions: [],
    bands: [],
    ballots: [],
    decisions: [],
    attendees: [],
    findings: [],
    doubts: [],
    sheetOrder: [],
  };
}
