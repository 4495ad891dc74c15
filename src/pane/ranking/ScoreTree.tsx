/** Every number of one unit, opening down to the cells it comes from. */
import {
  compareNumerals,
  subtractNumerals,
  type Numeral,
  type TraceInput,
  type TraceNode,
  type TraceStep,
  type UnitTrace,
} from '../../rules';
import { stepText } from '../../text/steps';
import { useSession } from '../App';
import { shownValue } from '../parts/values';
import { useWords, type Words } from '../words';

interface Props {
  readonly trace: UnitTrace;
  /** Another level beside it: self against bloc. */
  readonly other: UnitTrace | null;
  readonly otherName: string;
}

export function ScoreTree({ trace, other, otherName }: Props) {
  const words = useWords();
  const { t } = words;
  const others = new Map<string, Numeral | null>();
  for (const root of other ? [other.base, other.bonus, other.deduction] : []) collect(root, others);
  // As many decimals everywhere as the finest number has: the commas stand one below the other.
  const decimals = Math.max(...[...others.values(), ...valuesOf(trace)].map(decimalsOf));
  const roots = (
    [
      ['base', trace.base],
      ['bonus', trace.bonus],
      ['deduction', trace.deduction],
    ] as const
  ).filter(([, { children }]) => children.length > 0);
  return (
    <div className="tree">
      {roots.map(([kind, root]) => (
        <section key={kind}>
          <h4>
            {t(`tree.${kind}`)} <Value node={root} others={others} otherName={otherName} decimals={decimals} />
          </h4>
          {root.children.map((child) => (
            <Branch key={child.code} node={child} others={others} otherName={otherName} decimals={decimals} />
          ))}
          <Steps steps={root.steps.filter(({ rule }) => rule !== 'sum')} />
        </section>
      ))}
      <Steps steps={trace.steps} />
    </div>
  );
}

interface BranchProps {
  readonly node: TraceNode;
  readonly others: ReadonlyMap<string, Numeral | null>;
  readonly otherName: string;
  readonly decimals: number;
}

/** Of a finite decimal; a fraction is shown in a form of its own. */
const decimalsOf = (value: Numeral | null): number =>
  value === null || value.includes('/') ? 0 : (value.split('.')[1] ?? '').length;

function valuesOf({ base, bonus, deduction }: UnitTrace): Iterable<Numeral | null> {
  const values = new Map<string, Numeral | null>();
  for (const root of [base, bonus, deduction]) collect(root, values);
  return values.values();
}

const keyOf = ({ kind, code }: TraceNode): string =>
  kind === 'base' || kind === 'bonus' || kind === 'deduction' ? kind : code;

function collect(node: TraceNode, into: Map<string, Numeral | null>): void {
  into.set(keyOf(node), node.value);
  for (const child of node.children) collect(child, into);
}

function Branch({ node, ...shared }: BranchProps) {
  return (
    <details className={`branch is-${node.kind}`}>
      <summary>
        <span className="branch-name">
          {node.code} {node.name}
        </span>{' '}
        <Value node={node} {...shared} />
      </summary>
      {node.inputs.map((input) => (
        <Input
          key={`${input.name} ${input.place.sheet} ${String(input.place.row)} ${String(input.place.column)}`}
          input={input}
        />
      ))}
      {node.children.map((child) => (
        <Branch key={child.code} node={child} {...shared} />
      ))}
      <Steps steps={node.steps} />
    </details>
  );
}

function Value({ node, others, otherName, decimals }: BranchProps) {
  const { t, score } = useWords();
  const shown = (value: Numeral | null) => score(value, value?.includes('/') ? null : decimals);
  const key = keyOf(node);
  const other = others.get(key);
  const differs =
    other !== undefined && other !== null && node.value !== null && compareNumerals(other, node.value) !== 0;
  return (
    <span className="branch-value">
      <b>{shown(node.value)}</b>
      {differs && node.value !== null && (
        <span className="differs">
          {' '}
          {t('tree.differs', {
            level: otherName,
            value: shown(other),
            by: signed(subtractNumerals(node.value, other), score),
          })}
        </span>
      )}
    </span>
  );
}

const signed = (value: Numeral, score: Words['score']): string =>
  compareNumerals(value, '0') > 0 ? `+${score(value)}` : score(value).replace('-', '−');

function Input({ input }: { readonly input: TraceInput }) {
  const session = useSession();
  const words = useWords();
  return (
    <p className="trace-input">
      {words.t(`input.${input.name}`)}: {shownValue(input.shown, words.lang)}{' '}
      <button
        type="button"
        className="link"
        onClick={() => {
          void session.show(input.place);
        }}
      >
        {words.place(input.place)}
      </button>
    </p>
  );
}

function Steps({ steps }: { readonly steps: readonly TraceStep[] }) {
  const words = useWords();
  if (steps.length === 0) return null;
  return (
    <ul className="steps">
      {steps.map((step, at) => (
        <li key={at}>{stepText(step, words.lang)}</li>
      ))}
    </ul>
  );
}
