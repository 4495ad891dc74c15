/** The list of findings: arrows move, Enter jumps to the cell, the focus stays in the list. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isRename, type Issue, type IssueFix } from '../../rules';
import type { Judgement } from '../../workbook/judgement';
import { useSession } from '../App';
import { Arriving } from '../parts/Arriving';
import { DownIcon, UpIcon } from '../parts/icons';
import { SEVERITY_ICON } from '../parts/StatusLine';
import { useWords } from '../words';
import type { GroupBy, IssueListing } from './group-issues';

const CodeHelp = lazy(() => import('../start/CodeHelp'));
const DecisionForm = lazy(() => import('../ranking/DecisionForm'));

interface Props {
  readonly listing: IssueListing;
  readonly by: GroupBy;
  readonly judgement: Judgement;
  readonly unitName: (id: string) => string;
  /** What can be done with the whole list. */
  readonly actions: ReactNode;
}

/** The same finding before and after a re-check. */
export const issueKey = ({ code, place, unit, award, criterion }: Issue): string =>
  [code, place?.sheet, place?.row, place?.column, unit, award, criterion].join('|');

/** A key for each finding of a list: those of several missing sheets stand at one place and differ in nothing else. */
function distinctKeys(order: readonly Issue[]): string[] {
  const seen = new Map<string, number>();
  return order.map((found) => {
    const key = issueKey(found);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key}|${String(before)}`;
  });
}

export function IssueList({ listing, by, judgement, unitName, actions }: Props) {
  const session = useSession();
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  /** The finding in the tab order; when it is mended, the one that takes its place. */
  const [current, setCurrent] = useState<{ readonly key: string; readonly index: number } | null>(null);
  const hasFocus = useRef(false);
  const [open, setOpen] = useState<string | null>(null);
  const [deciding, setDeciding] = useState<Issue | null>(null);
  const keys = distinctKeys(listing.order);
  const keyOf = new Map(listing.order.map((found, index) => [found, keys[index] ?? '']));
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const at = indexOf.get(current?.key ?? '') ?? Math.max(0, Math.min(current?.index ?? 0, keys.length - 1));
  const atKey = keys[at];
  // The browser drops the focus with the element that had it: keep it in the list.
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) focusItem(list.current, atKey);
  }, [atKey, listing]);

  const move = (to: number) => {
    const index = Math.min(keys.length - 1, Math.max(0, to));
    const key = keys[index];
    if (key === undefined) return;
    setCurrent({ key, index });
    focusItem(list.current, key);
  };
  const jump = (to: number) => {
    const found = listing.order[to];
    if (!found) return;
    move(to);
    setOpen(keys[to] ?? null);
    if (found.place) void session.show(found.place);
  };
  const onArrow = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: keys.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  return (
    <>
      <div className="stepper">
        {actions}
        {keys.length > 1 && (
          <>
            <span className="stepper-at">{t('check.position', { at: at + 1, n: keys.length })}</span>
            <Button
              size="small"
              appearance="subtle"
              icon={<UpIcon />}
              aria-label={t('check.previous')}
              title={t('check.previous')}
              disabledFocusable={at === 0}
              onClick={() => {
                jump(at - 1);
              }}
            />
            <Button
              size="small"
              appearance="subtle"
              icon={<DownIcon />}
              aria-label={t('check.next')}
              title={t('check.next')}
              disabledFocusable={at === keys.length - 1}
              onClick={() => {
                jump(at + 1);
              }}
            />
          </>
        )}
      </div>
      <div
        ref={list}
        role="group"
        aria-label={t('check.list')}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={() => {
          hasFocus.current = false;
        }}
      >
        {listing.groups.map((group) => (
          <section key={group.key ?? ''} className="issue-group">
            <h2>
              {groupTitle(group.key, by, t, unitName)} <span className="is-quiet">({group.issues.length})</span>
            </h2>
            <ul>
              {group.issues.map((found) => {
                const key = keyOf.get(found) ?? '';
                const index = indexOf.get(key) ?? 0;
                return (
                  <IssueItem
                    key={key}
                    itemKey={key}
                    found={found}
                    where={whereText(found, by, unitName)}
                    focusable={index === at}
                    open={open === key}
                    onArrow={onArrow}
                    onJump={() => {
                      if (open === key) setOpen(null);
                      else jump(index);
                    }}
                    onDecide={() => {
                      setDeciding(found);
                    }}
                  />
                );
              })}
            </ul>
          </section>
        ))}
      </div>
      {deciding && (
        <Suspense fallback={<Arriving />}>
          <DecisionForm
            judgement={judgement}
            award={deciding.award ?? null}
            unit={deciding.unit ?? null}
            onClose={() => {
              setDeciding(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function focusItem(list: HTMLElement | null, key: string | undefined): void {
  if (key !== undefined) list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

function groupTitle(
  key: string | null,
  by: GroupBy,
  t: ReturnType<typeof useWords>['t'],
  unitName: (id: string) => string,
): string {
  if (key === null) return t(by === 'unit' ? 'check.noUnit' : 'check.noSheet');
  return by === 'unit' ? unitName(key) : key;
}

const whereText = (found: Issue, by: GroupBy, unitName: (id: string) => string): string | null =>
  by !== 'unit' && found.unit ? unitName(found.unit) : null;

interface ItemProps {
  readonly itemKey: string;
  readonly found: Issue;
  readonly where: string | null;
  readonly focusable: boolean;
  readonly open: boolean;
  readonly onArrow: (event: KeyboardEvent) => void;
  readonly onJump: () => void;
  readonly onDecide: () => void;
}

const DECIDABLE: ReadonlySet<string> = new Set(['tie-at-cutoff', 'tie-unresolved']);

function IssueItem({ itemKey, found, where, focusable, open, onArrow, onJump, onDecide }: ItemProps) {
  const words = useWords();
  const Icon = SEVERITY_ICON[found.severity];
  return (
    <li className={`issue is-${found.severity}`}>
      <button
        type="button"
        className="issue-main"
        data-key={itemKey}
        tabIndex={focusable ? 0 : -1}
        aria-expanded={open}
        onClick={onJump}
        onKeyDown={onArrow}
      >
        <span className="issue-sign">
          <Icon />
          <span className="sr-only">{words.t(`severity.${found.severity}`)}</span>
        </span>
        <span>
          <span className="issue-where">
            {found.place && words.place(found.place)}
            {where && ` · ${where}`}
          </span>
          <span className="issue-what">{words.issue(found).what}</span>
        </span>
      </button>
      {open && <IssueDetails found={found} onDecide={onDecide} />}
    </li>
  );
}

function IssueDetails({ found, onDecide }: { readonly found: Issue; readonly onDecide: () => void }) {
  const words = useWords();
  const { t } = words;
  const { why, how } = words.issue(found);
  const { fix } = found;
  const [help, setHelp] = useState(false);
  const details = useRef<HTMLDivElement>(null);
  useEffect(() => {
    details.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className="issue-more" ref={details}>
      {why && <p>{why}</p>}
      {how && (
        <p>
          <b>{t('check.how')}</b> {how}
        </p>
      )}
      {fix && <FixPreview found={found} fix={fix} />}
      {DECIDABLE.has(found.code) && (
        <Button size="small" appearance="primary" onClick={onDecide}>
          {t('decide.open')}
        </Button>
      )}
      <p className="issue-code">
        <button
          type="button"
          className="link"
          onClick={() => {
            setHelp(true);
          }}
        >
          {t('check.code')} {found.code}
        </button>
      </p>
      {help && (
        <Suspense fallback={<Arriving />}>
          <CodeHelp
            code={found.code}
            onClose={() => {
              setHelp(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** What the fix changes, before it is applied. */
function FixPreview({ found, fix }: { readonly found: Issue; readonly fix: IssueFix }) {
  const session = useSession();
  const { t, place, sides, fixed } = useWords();
  const apply = () =>
    void session.change(
      [fix],
      isRename(fix) ? { kind: 'renamed', sheet: fix } : { kind: 'fixed', places: [fix.place] },
    );
  return (
    <div className="fix">
      {isRename(fix) ? (
        <p>
          {t('fix.rename')} <s>{fix.rename}</s> → <b>{fix.to}</b>
        </p>
      ) : (
        <p>
          {t('fix.preview', { cell: place(fix.place) })} <s>{sides(found).received || '–'}</s> → <b>{fixed(found)}</b>
        </p>
      )}
      <Button size="small" appearance="primary" onClick={apply}>
        {t(isRename(fix) ? 'fix.renameApply' : 'fix.apply')}
      </Button>
    </div>
  );
}
