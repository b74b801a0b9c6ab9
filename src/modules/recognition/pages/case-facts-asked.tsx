import type { Call } from '#kernel/http'
import { formatList, labelled } from '#kernel/values'
import { fieldId, Notice } from '#ui'
import { m } from '../messages/index.ts'
import type { CaseLine } from '../queries/cases.ts'
import { type EvidenceKind, evidenceKinds } from '../rules/learning.ts'
import type { Reason } from '../rules/reasons.ts'
import { termArgument } from '../term-names.ts'
import type { CaseFactsProps } from './case-facts-props.ts'
import { evidenceName } from './learning-words.ts'

/** What an evaluation says where rules ask for a fact that nobody has stated. */
const asking: ReadonlySet<string> = new Set<Reason['key']>([
  'reason.kind.evidence',
  'reason.home-term.unknown',
  'reason.home-term.asked-unknown',
  'reason.stay.unknown',
  'reason.stay.suspension-unknown',
  'reason.deadline.unknown',
])

/** Why a line waits for facts; nothing where it does not wait, or for something else. */
export function factsAskedOf({
  verdict,
  engine,
}: Pick<CaseLine, 'verdict' | 'engine'>): readonly Reason[] {
  return verdict === 'needs-decision' ? engine.reasons.filter(({ key }) => asking.has(key)) : []
}

/** The papers of a course that rules ask for and of which nobody has recorded that they were seen. */
export function papersAsked(line: Pick<CaseLine, 'verdict' | 'engine'>): EvidenceKind[] {
  const wanted = factsAskedOf(line).map(({ args }) => args['evidence'])
  return evidenceKinds.filter((each) => wanted.includes(each))
}

/** All that is still missing, each with the way to its place in the form. */
export function FactsMissing({ call, lines, terms }: CaseFactsProps) {
  const { t } = call
  const reasons = lines.flatMap(factsAskedOf)
  const missing = [
    ...new Map(reasons.flatMap((reason) => ofTheStay(reason, terms, t))),
    ...lines.flatMap((line) => ofCourse(line, call)),
  ]
  if (missing.length === 0) return null
  return (
    <Notice tone="attention" title={t(m('case-facts.missing'))}>
      <ul>
        {missing.map(([field, text]) => (
          <li key={field}>
            <a href={`#${fieldId(field)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type Missing = readonly [field: string, text: string]

function ofTheStay({ key, args }: Reason, terms: readonly string[], t: Call['t']): Missing[] {
  switch (key) {
    case 'reason.stay.unknown':
    case 'reason.deadline.unknown':
      return [['from', t(m('stay.dates'))]]
    case 'reason.stay.suspension-unknown':
      return [['suspended', t(m('stay.suspended'))]]
    case 'reason.home-term.unknown':
    case 'reason.home-term.asked-unknown': {
      const term = String(args['term'])
      const place = terms.indexOf(term)
      return place < 0
        ? []
        : [[`credit.${place}`, t(m('stay.home-term', { term: termArgument(term) }))]]
    }
    default:
      return []
  }
}

function ofCourse(line: CaseLine, { t, language }: Pick<Call, 't' | 'language'>): Missing[] {
  const papers = papersAsked(line).map((evidence) => evidenceName(t, evidence))
  if (papers.length === 0) return []
  return [[`evidence.${line.id}`, labelled(line.code, formatList(papers, language), language)]]
}
