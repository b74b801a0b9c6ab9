import type { RoundKind } from './sides.ts'

/** The ways in which a stored round of places can be matched, as the page offers them; `lottery` breaks every tie by lot. */
export const placeMethods = [
  'lottery',
  'ties-kept',
  'reserves',
  'shared-quotas',
  'rank-maximal',
  'fair',
  'couples-uncertified',
] as const

/** The ways in which mentors are given: one for each student, or one of each kind. */
export const mentorMethods = ['mentors', 'coupled-mentors'] as const

export type PlaceMethod = (typeof placeMethods)[number]
export type MentorMethod = (typeof mentorMethods)[number]
export type RoundMethod = PlaceMethod | MentorMethod

export const roundMethods: readonly [RoundMethod, ...RoundMethod[]] = [
  ...placeMethods,
  ...mentorMethods,
]

/** The methods of a kind of round. */
export function methodsOf(kind: RoundKind): readonly RoundMethod[] {
  return kind === 'mentors' ? mentorMethods : placeMethods
}

/** Whether a method gives mentors. */
export function isMentorMethod(method: string): method is MentorMethod {
  return method === 'mentors' || method === 'coupled-mentors'
}

/** Whether a method promises anything of its results; of one that does not, only what is told of them is checked. */
export function isCertified(method: RoundMethod): boolean {
  return method !== 'couples-uncertified'
}

/** What stands in the lists of a round and decides which methods can take it. */
export interface ListFeatures {
  /** A place ranks applicants, or applicants have scores that rank them. */
  ranked: boolean
  /** An applicant wishes for two places alike. */
  tied: boolean
  /** Places keep seats for groups. */
  reserves: boolean
  /** Places say whose they are. */
  hosts: boolean
  /** Two people want their places together. */
  couples?: boolean
  /** Of a round of mentors: whether they are of two kinds. */
  kinds?: 'one' | 'both'
}

/** Lists of which nothing is known. */
export const noFeatures: ListFeatures = {
  ranked: false,
  tied: false,
  reserves: false,
  hosts: false,
}

type Hindrance =
  | 'ranked'
  | 'tied'
  | 'no-reserves'
  | 'no-hosts'
  | 'couples'
  | 'no-couples'
  | 'one-kind'
  | 'both-kinds'

/** Why a method cannot take lists, or null: what one list says must not be passed over without a word. */
export function hindrance(
  method: RoundMethod,
  { ranked, tied, reserves, hosts, couples, kinds }: ListFeatures,
): Hindrance | null {
  if (couples && method !== 'couples-uncertified' && !isMentorMethod(method)) return 'couples'
  switch (method) {
    case 'mentors':
      return kinds === 'both' ? 'both-kinds' : null
    case 'coupled-mentors':
      return kinds === 'both' ? null : 'one-kind'
    case 'ties-kept':
      return null
    case 'rank-maximal':
    case 'fair':
      return ranked ? 'ranked' : null
    case 'reserves':
      return reserves ? (tied ? 'tied' : null) : 'no-reserves'
    case 'shared-quotas':
      return hosts ? (tied ? 'tied' : null) : 'no-hosts'
    case 'couples-uncertified':
      return couples ? (tied ? 'tied' : null) : 'no-couples'
    case 'lottery':
      return tied ? 'tied' : null
  }
}

/** The method that makes use of everything in the lists, proposed until somebody chooses another. */
export function usualMethod(features: ListFeatures): RoundMethod {
  const { reserves, hosts, tied, ranked, couples, kinds } = features
  if (kinds) return kinds === 'both' ? 'coupled-mentors' : 'mentors'
  if (couples) return 'couples-uncertified'
  if (tied) return ranked ? 'ties-kept' : 'rank-maximal'
  if (hosts) return 'shared-quotas'
  return reserves ? 'reserves' : 'lottery'
}
