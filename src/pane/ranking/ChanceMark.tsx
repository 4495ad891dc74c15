/** Certain, possible or out of reach: an icon and the word, never a colour alone. */
import type { ReactNode } from 'react';
import type { AwardId, UnitId } from '../../rules';
import { chanceOf, type Chance } from '../../text/outlook';
import { namesOf, type Judgement } from '../../workbook/judgement';
import { isStillOpen } from '../../workbook/standing';
import { CheckIcon, OutIcon, PossibleIcon } from '../parts/icons';
import { useSeasonWords } from './season-words';

const ICONS = { certain: CheckIcon, possible: PossibleIcon, out: OutIcon } as const satisfies Record<
  Chance,
  () => ReactNode
>;

export function ChanceMark({ chance }: { readonly chance: Chance }) {
  const { chance: word } = useSeasonWords();
  const Icon = ICONS[chance];
  return (
    <span className={`chance is-${chance}`}>
      <Icon /> {word(chance)}
    </span>
  );
}

interface Props {
  readonly judgement: Pick<Judgement, 'book' | 'evaluation'>;
  readonly award: AwardId;
  readonly unit: UnitId;
}

/** How a unit stands for one award while that may still change, with what it needs or why it is out of reach. */
export function ChanceLine({ judgement, award, unit }: Props) {
  const words = useSeasonWords();
  const { outlook } = judgement.evaluation;
  const chances = outlook.awards.find(({ id }) => id === award);
  const own = outlook.units.find(({ id }) => id === unit);
  if (!chances || !own) return null;
  const chance = chanceOf(chances, unit);
  if (chance !== 'possible' && !isStillOpen(judgement.evaluation)) return null;
  const possible = chances.possible.find((each) => each.unit === unit);
  const out = chances.out.find((each) => each.unit === unit);
  const names = namesOf(judgement);
  const why = possible
    ? words.needs(possible, own, names.award(award), names)
    : out && chance === 'out'
      ? words.out(out.code)
      : '';
  return (
    <p className="chance-line">
      <ChanceMark chance={chance} />
      {why !== '' && `: ${why}`}
    </p>
  );
}
