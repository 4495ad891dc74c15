/** Waits for office.js, which a network may block and an old Excel may not satisfy. */
import type { DoorProblem } from '../sheets/door';

/** The oldest requirement set the door can work with; the manifest asks for the same. */
const REQUIRED_API = '1.9';

/** How long the pane waits before it says that office.js is missing, in milliseconds. */
const PATIENCE_MS = 5000;
const LOOK_EVERY_MS = 50;

/** What the pane takes over from Excel. */
export interface ExcelHost {
  readonly lang: 'vi' | 'en';
  readonly dark: boolean;
  /** Versions for "copy details", such as "Excel 16.0.17928 PC". */
  readonly version: string;
}

export type OfficeState =
  | { readonly kind: 'ready'; readonly host: ExcelHost }
  /** `excel-missing` may still be followed by `ready` when the network is only slow. */
  | { readonly kind: 'problem'; readonly problem: DoorProblem };

/**
 * Calls back once Excel is ready, or cannot be used, or after `patience` milliseconds without
 * office.js. The pane has been on the screen since before.
 */
export function whenOfficeReady(listener: (state: OfficeState) => void, patience = PATIENCE_MS): void {
  const late = setTimeout(() => listener(problem({ code: 'excel-missing', detail: 'office.js' })), patience);
  const look = setInterval(() => {
    if (typeof Office === 'undefined' || typeof Office.onReady !== 'function') return;
    clearInterval(look);
    void Office.onReady((info) => {
      clearTimeout(late);
      listener(stateOf(info.host));
    });
  }, LOOK_EVERY_MS);
}

function stateOf(host: Office.HostType | null): OfficeState {
  if (host !== Office.HostType.Excel) return problem({ code: 'excel-missing', detail: 'host' });
  const { contentLanguage, diagnostics, displayLanguage, officeTheme, requirements } = Office.context;
  if (!requirements.isSetSupported('ExcelApi', REQUIRED_API)) {
    return problem({ code: 'excel-too-old', detail: `${diagnostics.version} ${diagnostics.platform}` });
  }
  return {
    kind: 'ready',
    host: {
      // Many offices run an English Excel on a Vietnamese Windows: either word for Vietnamese counts.
      lang: [displayLanguage, contentLanguage].some((language) => /^(vi|$)/i.test(language ?? '')) ? 'vi' : 'en',
      dark: isDark(officeTheme?.bodyBackgroundColor),
      version: `Excel ${diagnostics.version} ${diagnostics.platform}`,
    },
  };
}

const problem = (found: DoorProblem): OfficeState => ({ kind: 'problem', problem: found });

/** True for a "#RRGGBB" nearer to black than to white; Excel on the web gives none. */
function isDark(color: string | undefined): boolean {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (!match) return false;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
