/** Which forms, and for which level: asked when they are sent and when they are collected. */
import { presentLevels, type FormKind } from '../../workbook/unit-forms';
import { levelHeader } from '../../workbook/layout';
import type { Book } from '../../rules';
import { Choice } from '../parts/Choice';
import { useFormsWords } from './use-forms-words';

export interface KindChoice {
  readonly kind: FormKind;
  /** The header of a level; '': not chosen yet. */
  readonly level: string;
}

const levelsToChoose = (book: Book): string[] => presentLevels(book).map((level) => levelHeader(level, book.info.kind));

/** The first level is that of the units' own. Where means go nobody can know. */
export const firstChoice = (book: Book, kind: FormKind): KindChoice => ({
  kind,
  level: kind === 'own' ? (levelsToChoose(book)[0] ?? '') : '',
});

interface Props {
  readonly book: Book;
  readonly choice: KindChoice;
  readonly onChange: (choice: KindChoice) => void;
  /** Points of peers have a level only when they are collected. */
  readonly asksPeerLevel: boolean;
}

export function FormKindFields({ book, choice, onChange, asksPeerLevel }: Props) {
  const { f } = useFormsWords();
  return (
    <>
      <Choice
        label={f('kind')}
        value={choice.kind}
        options={(['own', 'peer'] as const).map((value) => ({ value, label: f(value) }))}
        onChange={(kind) => {
          onChange(firstChoice(book, kind));
        }}
      />
      {(choice.kind === 'own' || asksPeerLevel) && (
        <Choice
          label={f(asksPeerLevel ? 'levelTo' : 'levelOf')}
          value={choice.level}
          options={levelsToChoose(book).map((value) => ({ value, label: value }))}
          onChange={(level) => {
            onChange({ ...choice, level });
          }}
        />
      )}
    </>
  );
}
