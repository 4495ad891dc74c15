/** Award by award: who is certain, who competes for the open places and what each needs, which cells decide, who is out. */
import type { AwardChances, UnitId } from '../../rules';
import { LISTED_WAITS } from '../../text/outlook';
import { namesOf, type Judgement } from '../../workbook/judgement';
import { useSession } from '../App';
import { useWords } from '../words';
import { awardClass, awardLetter } from './BarChart';
import { ChanceMark } from './ChanceMark';
import { useSeasonWords } from './season-words';

interface Props {
  readonly judgement: Judgement;
  readonly onUnit: (unit: UnitId) => void;
}

export function AwardRaces({ judgement, onUnit }: Props) {
  const words = useSeasonWords();
  const { outlook, awards } = judgement.evaluation;
  const names = namesOf(judgement);
  if (awards.length === 0) return null;
  return (
    <section className="awards">
      <h2>{words.s('awards')}</h2>
      {outlook.awards.map((race, index) => (
        <div key={race.id} className="award">
          <h3>
            <span className={`award-chip ${awardClass(index)}`}>{awardLetter(index)}</span>{' '}
            <span className="award-name">{names.award(race.id)}</span>
          </h3>
          <p className="is-quiet">{words.places(race)}</p>
          {race.certain.map((unit) => (
            <p key={unit}>
              <UnitLink judgement={judgement} unit={unit} onUnit={onUnit} /> <ChanceMark chance="certain" />
            </p>
          ))}
          <Competing race={race} judgement={judgement} onUnit={onUnit} />
          <Waits race={race} judgement={judgement} />
          <OutOf race={race} judgement={judgement} />
        </div>
      ))}
    </section>
  );
}

interface RaceProps {
  readonly race: AwardChances;
  readonly judgement: Judgement;
}

function UnitLink({ judgement, unit, onUnit }: Props & { readonly unit: UnitId }) {
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        onUnit(unit);
      }}
    >
      {namesOf(judgement).unit(unit)}
    </button>
  );
}

/** So many of those that compete are told at once; the rest when it is asked for. */
const LISTED = 5;

function Competing({ race, judgement, onUnit }: RaceProps & Props) {
  const words = useSeasonWords();
  const names = namesOf(judgement);
  const own = new Map(judgement.evaluation.outlook.units.map((unit) => [unit.id, unit]));
  if (race.possible.length === 0) return null;
  const items = race.possible.map((possible) => {
    const unit = own.get(possible.unit);
    return (
      unit && (
        <li key={unit.id}>
          <UnitLink judgement={judgement} unit={unit.id} onUnit={onUnit} /> <ChanceMark chance="possible" />:{' '}
          {words.needs(possible, unit, names.award(race.id), names)}
        </li>
      )
    );
  });
  return (
    <>
      <ul aria-label={words.s('competing')}>{items.slice(0, LISTED)}</ul>
      {items.length > LISTED && (
        <details>
          <summary>{words.s('more', { n: items.length - LISTED })}</summary>
          <ul aria-label={words.s('competing')}>{items.slice(LISTED)}</ul>
        </details>
      )}
    </>
  );
}

/** The cells that decide, each a way to it. */
function Waits({ race, judgement }: RaceProps) {
  const session = useSession();
  const { place: named } = useWords();
  const words = useSeasonWords();
  const names = namesOf(judgement);
  if (race.waits.length === 0) return null;
  return (
    <>
      <p>{words.waits(race, names.award(race.id))}:</p>
      <ul>
        {race.waits.slice(0, LISTED_WAITS).map(({ unit, criterion, place }) => (
          <li key={`${unit} ${criterion}`}>
            <button
              type="button"
              className="link"
              onClick={() => {
                void session.show(place);
              }}
            >
              {[named(place), names.unit(unit), names.criterion(criterion)].join(' · ')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function OutOf({ race, judgement }: RaceProps) {
  const words = useSeasonWords();
  const names = namesOf(judgement);
  if (race.out.length === 0) return null;
  const codes = [...new Set(race.out.map(({ code }) => code))];
  return (
    <details>
      <summary>{words.s('outOf', { n: race.out.length })}</summary>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <b>{words.out(code)}</b>:{' '}
            {race.out
              .filter((each) => each.code === code)
              .map(({ unit }) => names.unit(unit))
              .join('; ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
