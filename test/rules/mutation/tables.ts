/** The suite of the mutation tester: the tables of cases first, then the laws with few random blocs (`RUNS`). */
import '../awards.test';
import '../ballots.test';
import '../certainty.test';
import '../conditions.test';
import '../explain.test';
import '../grades.test';
import '../lint.test';
import '../not-applicable.test';
import '../numbers.test';
import '../places.test';
import '../ranking.test';
import '../totals.test';
import '../ways.test';
import '../first-law.test';
import '../properties.test';
