/** In place of what could not be found out. */
import type { DoorProblem } from '../../sheets/door';
import { useWords } from '../words';

export function Unanswered({ problem }: { readonly problem: DoorProblem }) {
  const { what, next } = useWords().problem(problem);
  return (
    <p className="trouble">
      {what} {next}
    </p>
  );
}
