import type { WrittenCondition } from '../../src/regulations';
import type { WorkbookContent } from '../../src/workbook/create-content';
/**
 * The five blocs' invented scores: for each unit the total it shall reach and what makes it up.
 * Units and awards come from blocs.json (facts); every number here is illustrative.
 */
export interface UnitStory {
    /** Name as in blocs.json. */
    readonly name: string;
    readonly code: string;
    /** Total, bonus and deduction of the bloc's scores, in points. */
    readonly total: number;
    readonly bonus?: number;
    readonly deduction?: number;
    /** Points of section I, where a tie key needs them. */
    readonly sectionI?: number;
    /** How far the self score stands above the bloc's, in points. */
    readonly selfAbove?: number;
    readonly attributes?: Readonly<Record<string, string>>;
}
export interface BlocStory {
    readonly id: string;
    readonly province: string;
    readonly governingBody: string;
    readonly venue: string;
    readonly meetingDay: string;
    readonly places: {
        readonly CP: number;
        readonly UBND: number;
        readonly BK: number;
    };
    readonly tieKeys: string;
    readonly conditions: readonly WrittenCondition[];
    readonly decisions: WorkbookContent['decisions'];
    /** Votes in favour by ballot and unit; everybody voted, every vote was valid. */
    readonly voting?: {
        readonly members: number;
        readonly favour: Readonly<Record<string, Readonly<Record<string, number>>>>;
    };
    /** Differences between self and bloc scores need a remark. */
    readonly remarkRequired?: boolean;
    readonly units: readonly UnitStory[];
    readonly leader: string | null;
    readonly deputy: string | null;
    readonly nextLeader: string;
    readonly nextDeputy: string | null;
}
export declare const STORIES: readonly BlocStory[];
