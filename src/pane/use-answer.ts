/** What a view asks of the judged workbook and cannot find out on the thread that answers the user. */
import { startTransition, useEffect, useState } from 'react';
import type { DoorProblem, Result } from '../sheets/door';
import type { Judgement } from '../workbook/judged';
import { useSession } from './App';
import type { AnswerTo, Question } from './judged-handle';

/** Judgement and answer belong together: while newer ones are on their way both are shown as they were. */
interface Got<Asked extends Question> {
  readonly question: Asked;
  readonly judgement: Judgement;
  readonly answer: Result<AnswerTo<Asked>, DoorProblem>;
}

/**
 * The last answer to this very question (one object, kept by the asker); null before the first.
 * `isBehind`: the answer for this judgement is not there yet.
 */
export function useAnswer<Asked extends Question>(
  judgement: Judgement,
  question: Asked | null,
): { readonly got: Got<Asked> | null; readonly isBehind: boolean } {
  const session = useSession();
  const [last, setLast] = useState<Got<Asked> | null>(null);
  useEffect(() => {
    if (question === null) return;
    let isStale = false;
    void session.ask(judgement, question).then((answer) => {
      // A transition is rendered in slices: a unit of 100 criteria would keep the user's thread for 30 ms.
      if (!isStale)
        startTransition(() => {
          setLast({ question, judgement, answer });
        });
    });
    return () => {
      isStale = true;
    };
  }, [session, judgement, question]);
  const got = last?.question === question ? last : null;
  return { got, isBehind: question !== null && got?.judgement !== judgement };
}
