/** Which ballots are about persons: their thresholds may be stated by a condition, and no award hangs on them. */
import type { BallotId, BlocKind } from './book';

/** The ballots of the elections of next year's leader and deputy: one name in blocs, one in clusters. */
export const ELECTION_BALLOTS = {
  bloc: { leader: 'TRUONG_KHOI', deputy: 'PHO_TRUONG_KHOI' },
  cluster: { leader: 'TRUONG_CUM', deputy: 'PHO_TRUONG_CUM' },
} as const satisfies Record<BlocKind, Record<string, BallotId>>;

export type ElectedPost = keyof (typeof ELECTION_BALLOTS)[BlocKind];

/**
 * The post a ballot is about; null where it is about an award or anything else.
 * @example ['PHO_TRUONG_KHOI', 'BK'].map(electedPost) // ['deputy', null]
 */
export function electedPost(ballot: BallotId): ElectedPost | null {
  const { bloc, cluster } = ELECTION_BALLOTS;
  if (ballot === bloc.leader || ballot === cluster.leader) return 'leader';
  return ballot === bloc.deputy || ballot === cluster.deputy ? 'deputy' : null;
}
