// The same rules of one line in json-rules-engine, over plain numbers, with the equivalence already found.
import { Engine } from 'json-rules-engine'
import type {
  Equivalence,
  TranscriptLine,
  Verdict,
} from '../../src/modules/recognition/rules/types.ts'
import { ruleSet } from './stock.ts'

/** What the peer's rules look at. What has to be computed is given to it ready made. */
export interface PeerFacts {
  [name: string]: string | number | boolean
  status: string
  grade: number
  content: number
  isJudged: boolean
  completedOn: string
  classHours: number
  requiredHours: number
  short: number
}

const accept = Number(ruleSet.shortfall.accept.toDecimal())

/** The facts of a line under one equivalence with one home course. */
export function factsOf(line: TranscriptLine, equivalence: Equivalence): PeerFacts {
  const hours = Number(line.hours!.lecture!.toDecimal())
  const home = Number(equivalence.homeCourses[0]!.credit.toDecimal())
  const minutes = ruleSet.minimumClassHours!.minutesPerClassHour
  // Class hours of 45 minutes at the host; fifteen of 60 for a credit at home.
  const converted = (hours * minutes) / 60 / 15
  return {
    status: line.status!,
    grade: Number(line.grade),
    content: equivalence.contentShare ? Number(equivalence.contentShare.toDecimal()) : 0,
    isJudged: equivalence.contentShare !== null,
    completedOn: line.completedOn!,
    classHours: hours,
    requiredHours: 15 * home,
    short: home - converted,
  }
}

/** An engine with the rules of one line; the events that it fires are the reasons. */
export function peerEngine(): Engine {
  const engine = new Engine()
  // Dates are compared as text, which the peer's own operators do not do.
  engine.addOperator('before', (fact: string, value: string) => fact < value)
  const counts = { fact: 'status', operator: 'equal', value: 'passed' }
  const rule = (type: 'refused' | 'needs-decision', ...all: Condition[]) =>
    engine.addRule({ conditions: { all }, event: { type } })
  rule('refused', { fact: 'status', operator: 'equal', value: 'failed' })
  rule('needs-decision', { fact: 'status', operator: 'equal', value: 'in-progress' })
  rule('refused', counts, { fact: 'grade', operator: 'lessThan', value: 60 })
  rule('refused', counts, { fact: 'grade', operator: 'lessThan', value: 70 })
  rule('needs-decision', counts, { fact: 'isJudged', operator: 'equal', value: false })
  rule(
    'refused',
    counts,
    { fact: 'isJudged', operator: 'equal', value: true },
    { fact: 'content', operator: 'lessThan', value: 0.75 },
  )
  rule('refused', counts, { fact: 'completedOn', operator: 'before', value: '2021-03-01' })
  rule('refused', counts, {
    fact: 'classHours',
    operator: 'lessThan',
    value: { fact: 'requiredHours' },
  })
  rule('needs-decision', counts, {
    fact: 'short',
    operator: 'greaterThan',
    value: accept,
  })
  return engine
}

type Condition = { fact: string; operator: string; value: unknown }

/** The verdict on each line: one refusal refuses, else one open question leaves it to a person. */
export async function askPeer(engine: Engine, facts: readonly PeerFacts[]): Promise<Verdict[]> {
  const results = await Promise.all(facts.map((each) => engine.run(each)))
  return results.map(({ events }) => {
    if (events.some(({ type }) => type === 'refused')) return 'refused'
    return events.length > 0 ? 'needs-decision' : 'recognised'
  })
}
