/** The tables of cases as one suite for the mutation tester: one loading of the rules per mutant. */
import '../awards.test';
import '../ballots.test';
import '../conditions.test';
import '../explain.test';
import '../grades.test';
import '../not-applicable.test';
import '../numbers.test';
import '../ranking.test';
import '../totals.test';
import '../ways.test';
