/** What the table cannot answer: nothing is chosen before the user does. */
import { useId } from 'react';
import { wrongAnswers, type Question } from '../../workbook/adopt';
import { Choice } from '../parts/Choice';
import { useAdoptWords } from './adopt-words';
import { CellLink } from './CellLink';

interface Props {
  readonly questions: readonly Question[];
  readonly answers: ReadonlyMap<string, string>;
  readonly onAnswer: (key: string, answer: string) => void;
  /** What a choice is called, where its word alone says little. */
  readonly choiceOf?: (question: Question, choice: string) => string | undefined;
}

/** Cells that are named beside a question. */
const NAMED = 3;

export function AdoptQuestions({ questions, answers, onAnswer, choiceOf }: Props) {
  const { a, question: text, choice } = useAdoptWords();
  const wrong = new Set(wrongAnswers(questions, answers).map(({ key }) => key));
  return questions.map((question) => {
    const { key, choices, suggestion, places, params } = question;
    return (
      <div key={key} className="form question">
        {choices.length > 0 ? (
          <Choice
            label={text(question)}
            value={answers.get(key) ?? ''}
            options={choices.map((value) => ({
              value,
              label: choiceOf?.(question, value) ?? choice(value),
            }))}
            onChange={(value) => {
              onAnswer(key, value);
            }}
          />
        ) : (
          <TextAnswer
            label={text(question)}
            value={answers.get(key) ?? ''}
            isWrong={wrong.has(key)}
            onChange={(value) => {
              onAnswer(key, value);
            }}
          />
        )}
        {suggestion !== null && params['sum'] !== suggestion && (
          <p className="is-quiet">{a('suggestion', { suggestion: choice(suggestion) })}</p>
        )}
        {places.length > 0 && question.about !== 'table' && (
          <p>
            {places.slice(0, NAMED).map((place) => (
              <span key={`${place.sheet} ${String(place.row)} ${String(place.column)}`} className="listed">
                <CellLink place={place} />
                &nbsp;
              </span>
            ))}
            {places.length > NAMED && '…'}
          </p>
        )}
      </div>
    );
  });
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

function TextAnswer({ label, value, isWrong, onChange }: TextProps) {
  const { a } = useAdoptWords();
  const trouble = useId();
  return (
    <>
      <label>
        {label}
        <input
          type="text"
          value={value}
          aria-invalid={isWrong}
          aria-describedby={trouble}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      </label>
      <p id={trouble} role="alert" className="trouble">
        {isWrong ? a('invalid') : ''}
      </p>
    </>
  );
}
