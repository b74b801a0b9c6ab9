/** The ways in which a stored round can be matched, as the page offers them; `lottery` breaks every tie by lot. */
export const roundMethods = [
  'lottery',
  'ties-kept',
  'reserves',
  'shared-quotas',
  'rank-maximal',
  'fair',
] as const

export type RoundMethod = (typeof roundMethods)[number]

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
}

/** Lists of which nothing is known. */
export const noFeatures: ListFeatures = {
  ranked: false,
  tied: false,
  reserves: false,
  hosts: false,
}

/** Why a method cannot take lists, or null: what one list says must not be passed over without a word. */
export function hindrance(
  method: RoundMethod,
  { ranked, tied, reserves, hosts }: ListFeatures,
): 'ranked' | 'tied' | 'no-reserves' | 'no-hosts' | null {
  switch (method) {
    case 'ties-kept':
      return null
    case 'rank-maximal':
    case 'fair':
      return ranked ? 'ranked' : null
    case 'reserves':
      return reserves ? (tied ? 'tied' : null) : 'no-reserves'
    case 'shared-quotas':
      return hosts ? (tied ? 'tied' : null) : 'no-hosts'
    case 'lottery':
      return tied ? 'tied' : null
  }
}

/** The method that makes use of everything in the lists, proposed until somebody chooses another. */
export function usualMethod(features: ListFeatures): RoundMethod {
  const { reserves, hosts, tied, ranked } = features
  if (tied) return ranked ? 'ties-kept' : 'rank-maximal'
  if (hosts) return 'shared-quotas'
  return reserves ? 'reserves' : 'lottery'
}
