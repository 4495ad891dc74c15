/** The suite of the mutation tester: the tables of cases first, then the laws with few random blocs (`RUNS`). */
import fc from 'fast-check';
import '../absurd.test';
import '../attendance.test';
import '../awards.test';
import '../ballots.test';
import '../certainty.test';
import '../changes.test';
import '../conditions.test';
import '../explain.test';
import '../failed-conditions.test';
import '../fallback.test';
import '../findings.test';
import '../grades.test';
import '../hanging.test';
import '../levels.test';
import '../lint.test';
import '../margins.test';
import '../name-missing.test';
import '../nearness.test';
import '../not-applicable.test';
import '../numbers.test';
import '../open-grades.test';
import '../outlook.test';
import '../percent.test';
import '../places.test';
import '../ranking.test';
import '../reach.test';
import '../rich-book.test';
import '../stated.test';
import '../totals.test';
import '../ways.test';
import '../oracle/hand.test';
import './second-reading';
import '../first-law.test';
import '../properties.test';

// A mutant is killed by any failing bloc: the smallest one need not be looked for.
fc.configureGlobal({ endOnFailure: true });
