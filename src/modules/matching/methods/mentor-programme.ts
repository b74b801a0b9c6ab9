import highs, { type LegacyHighs } from 'highs'
import type { MentorKind, MentorRound } from '../rules/coupled-mentors.ts'

/** Rounds up to here are solved exactly: beyond, the programme takes longer than a run may. */
const mostStudents = 300
const mostPairs = 10_000
const mostSeconds = 60

/** The solver, loaded when it is first asked for; each programme is solved by itself. */
let solving: Promise<LegacyHighs> | undefined

/** The mentors of each student, by name. */
export interface MentorsFound {
  academic: (string | null)[]
  industry: (string | null)[]
}

/**
 * The cheapest result of all, by a mixed integer programme; null where the round is too large for it, or no proof was
 * found in time. That nothing is cheaper is the solver's word: what anybody can check is the bound of the prices.
 */
export async function assignExactly(
  round: MentorRound,
  seconds = mostSeconds,
): Promise<MentorsFound | null> {
  const { applicants, pairs } = round
  if (applicants.length > mostStudents || pairs.length > mostPairs) return null
  if (applicants.length === 0) return { academic: [], industry: [] }
  solving ??= (highs as unknown as () => Promise<LegacyHighs>)()
  const solver = await solving
  const { text, variables } = programmeOf(round)
  // Costs are whole numbers: a result that none undercuts by one half is the cheapest.
  const solved = solver.solve(text, {
    time_limit: seconds,
    mip_rel_gap: 0,
    mip_abs_gap: 0.5,
    random_seed: 1,
  })
  if (solved.Status !== 'Optimal') return null
  const found: MentorsFound = {
    academic: applicants.map(() => null),
    industry: applicants.map(() => null),
  }
  for (const { name, who, kind, mentor } of variables) {
    const column = solved.Columns[name]
    if (column && column.Primal > 0.5) found[kind][who] = mentor
  }
  return found
}

interface Variable {
  name: string
  who: number
  kind: MentorKind
  mentor: string
}

interface Programme {
  costs: string[]
  rows: string[]
  binaries: string[]
  variables: Variable[]
}

/**
 * In the form that the solver reads: each student has one mentor of each kind or is outside, mentors keep their seats,
 * and there is a language of the student that every mentor whom the student has speaks.
 */
function programmeOf(round: MentorRound): { text: string; variables: Variable[] } {
  const programme: Programme = { costs: [], rows: [], binaries: [], variables: [] }
  const mentors = new Map(round.mentors.map((mentor) => [mentor.id, mentor]))
  const pairs = new Map(
    round.applicants.map(({ id }) => [id, [] as { mentor: string; cost: number }[]]),
  )
  for (const { student, mentor, cost } of round.pairs) pairs.get(student)!.push({ mentor, cost })
  for (const [who, { id, languages }] of round.applicants.entries()) {
    const own = pairs.get(id)!
    for (const kind of ['academic', 'industry'] as const) {
      const fitting = own.filter(({ mentor }) => mentors.get(mentor)!.kind === kind)
      addKind(programme, { who, kind, languages, outsideCost: round.outsideCost }, fitting, mentors)
    }
    if (languages.length > 0) {
      const spoken = languages.map((_, at) => `z${who}_${at}`)
      programme.rows.push(`${spoken.join(' + ')} >= 1`)
      programme.binaries.push(...spoken)
    }
  }
  addSeats(programme, mentors)
  const { costs, rows, binaries, variables } = programme
  const parts = [
    'Minimize',
    costs.join('\n + '),
    'Subject To',
    ...rows,
    'Binary',
    ...binaries,
    'End',
  ]
  return { text: parts.join('\n '), variables }
}

/** The mentors of one kind whom a student may have, and what the languages ask of them. */
function addKind(
  { costs, rows, binaries, variables }: Programme,
  {
    who,
    kind,
    languages,
    outsideCost,
  }: { who: number; kind: MentorKind; languages: readonly string[]; outsideCost: number },
  fitting: readonly { mentor: string; cost: number }[],
  mentors: ReadonlyMap<string, MentorRound['mentors'][number]>,
): void {
  const outside = `o${who}${kind}`
  costs.push(`${outsideCost} ${outside}`)
  binaries.push(outside)
  const spoken = fitting.filter(({ mentor }) =>
    mentors.get(mentor)!.languages.some((each) => languages.includes(each)),
  )
  const own = spoken.map(({ mentor, cost }) => {
    const name = `x${variables.length}`
    variables.push({ name, who, kind, mentor })
    costs.push(`${cost} ${name}`)
    binaries.push(name)
    return { name, speaks: mentors.get(mentor)!.languages }
  })
  rows.push(`${[...own.map(({ name }) => name), outside].join(' + ')} = 1`)
  for (const [at, language] of languages.entries()) {
    const speakers = own.flatMap(({ name, speaks }) => (speaks.includes(language) ? [name] : []))
    rows.push(`${[...speakers, outside].join(' + ')} - z${who}_${at} >= 0`)
  }
}

function addSeats(
  { rows, variables }: Programme,
  mentors: ReadonlyMap<string, MentorRound['mentors'][number]>,
): void {
  const taking = Map.groupBy(variables, ({ mentor }) => mentor)
  for (const [mentor, own] of taking) {
    rows.push(`${own.map(({ name }) => name).join(' + ')} <= ${mentors.get(mentor)!.seats}`)
  }
}
