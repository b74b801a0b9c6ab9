import { z } from 'zod'
import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { renderPage } from '#ui'
import { factsTable } from '../formats/list-tables.ts'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { CaseFactsPage, mostTerms } from '../pages/case-facts.tsx'
import { type CaseLine, type CasePageRow, linesOfCase } from '../queries/cases.ts'
import { type StatedStay, staysOf } from '../queries/stays.ts'
import { evidenceKinds, learningKinds } from '../rules/learning.ts'
import { stateFacts, type StatedLearning } from '../service/state-facts.ts'
import { loadCase } from './case-page.ts'
import { dayField, exactField } from './fields.ts'
import { shown } from './shown-refusal.ts'
import { tableFile } from './table-file.ts'

const path = '/recognition/cases/:id/facts'

/** What the office knows beside the transcript: the time abroad, how courses were learnt, which papers were seen. */
export const factRoutes: readonly Route[] = [
  page<CasePageRow>('GET', path, {
    action: 'recognition.line.correct',
    load: loadCase,
    handle: (call) => factsPage(call, null, null),
  }),
  page<CasePageRow>('GET', `${path}/table`, {
    action: 'recognition.line.correct',
    load: loadCase,
    handle: factsFile,
  }),
  page<CasePageRow>('POST', path, {
    action: 'recognition.line.correct',
    load: loadCase,
    handle: save,
  }),
]

async function factsFile(call: Call<CasePageRow>): Promise<Answer> {
  const [latest] = await staysOf(call.work, call.object.id)
  const lines = await linesOfCase(call.work, call.object.id)
  const table = factsTable(call.object, lines, latest?.stay ?? null, call)
  return tableFile(call, `${call.object.number} ${call.t(m('case-facts.title'))}`, table)
}

async function factsPage(
  call: Call<CasePageRow>,
  refusal: Refusal | null,
  typed: Record<string, string> | null,
): Promise<Answer> {
  const stated = await staysOf(call.work, call.object.id)
  const lines = await linesOfCase(call.work, call.object.id)
  const [latest] = stated
  const terms = new Set([
    ...lines.flatMap(({ term }) => term ?? []),
    ...(latest?.stay.homeTerms.map(({ term }) => term) ?? []),
  ])
  const html = renderPage(
    CaseFactsPage({
      call,
      found: call.object,
      stated,
      terms: [...terms].sort().slice(0, mostTerms),
      lines,
      values: typed ?? { ...valuesOf(latest), ...learningValues(lines) },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const answers = { yes: true, no: false, '': null } as const

function answerOf(value: boolean | null): keyof typeof answers {
  return value === null ? '' : value ? 'yes' : 'no'
}

function valuesOf(latest: StatedStay | undefined): Record<string, string> {
  if (!latest) return {}
  const { from, to, suspended, lastTerm, homeTerms } = latest.stay
  return {
    from: from ?? '',
    to: to ?? '',
    suspended: answerOf(suspended),
    lastTerm: answerOf(lastTerm),
    ...Object.fromEntries(
      homeTerms.map(({ term, credit }) => [`home.${term}`, credit.toDecimal(6)]),
    ),
  }
}

/** How each line was learnt, as the form begins with it. */
function learningValues(lines: readonly CaseLine[]): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap(({ id, kind, evidence }) => [
      [`kind.${id}`, kind ?? ''],
      [`evidence.${id}`, (evidence ?? []).join(' ')],
    ]),
  )
}

const answer = z.enum(['', 'yes', 'no']).catch('')
const places = Array.from({ length: mostTerms }, (_, place) => place)
const form = z.object({
  seen: z.string().max(40).default(''),
  from: dayField,
  to: dayField,
  suspended: answer,
  lastTerm: answer,
  ...Object.fromEntries(
    places.map((place) => [`term.${place}`, z.string().max(60).default('').transform(plainText)]),
  ),
  ...Object.fromEntries(places.map((place) => [`credit.${place}`, exactField])),
  reason: z.string().max(500).default('').transform(plainText),
})

async function save(call: Call<CasePageRow>): Promise<Answer> {
  const typed = { ...typedByTerm(typedValues(call)), ...tickedPapers(call) }
  const input = call.read(form)
  if (isRefused(input)) return factsPage(call, input, typed)
  const values = input as Record<string, unknown>
  const homeTerms = places.flatMap((place) => {
    const [term, credit] = [values[`term.${place}`], values[`credit.${place}`]]
    return term && credit ? [{ term: String(term), credit: credit as HomeCredit }] : []
  })
  const result = await call.perform((work) =>
    stateFacts(work, {
      caseId: call.object.id,
      seen: input.seen,
      reason: input.reason,
      lines: statedLines(call),
      stay: {
        from: input.from,
        to: input.to,
        suspended: answers[input.suspended],
        lastTerm: answers[input.lastTerm],
        homeTerms,
      },
    }),
  )
  if (isRefused(result)) return factsPage(call, result, typed)
  return call.redirect(`/recognition/cases/${call.object.id}`, m('stay.done'))
}

/** How lines were learnt, as the form says it; what was chosen for all courses is chosen for each. */
function statedLines({ form: { values } }: Call): StatedLearning[] {
  const ofAll = learningIn(values['kind.all']?.[0], values['evidence.all'])
  return Object.entries(values).flatMap(([name, [was = '']]) => {
    const lineId = /^was\.([0-9a-f-]{36})$/.exec(name)?.[1]
    if (lineId === undefined) return []
    const [kind, ...evidence] = was.split(' ')
    const own = learningIn(values[`kind.${lineId}`]?.[0], values[`evidence.${lineId}`])
    return [
      {
        lineId,
        was: learningIn(kind, evidence),
        kind: ofAll.kind ?? own.kind,
        evidence: evidenceKinds.filter((each) =>
          [...ofAll.evidence, ...own.evidence].includes(each),
        ),
      },
    ]
  })
}

function learningIn(kind: string | undefined, evidence: readonly string[] = []) {
  return {
    kind: learningKinds.find((each) => each === kind) ?? null,
    evidence: evidenceKinds.filter((each) => evidence.includes(each)),
  }
}

/** The papers that were ticked for each line, as the page shows them again. */
function tickedPapers({ form: { values } }: Call): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, ticked]) =>
      name.startsWith('evidence.') ? [[name, ticked.join(' ')]] : [],
    ),
  )
}

type HomeCredit = StatedStay['stay']['homeTerms'][number]['credit']

/** What was typed for each term, by the term: the page that is shown again may list them in another order. */
function typedByTerm(typed: Record<string, string>): Record<string, string> {
  const byTerm = places.map((place) => [
    `home.${typed[`term.${place}`] ?? ''}`,
    typed[`credit.${place}`] ?? '',
  ])
  return { ...typed, ...Object.fromEntries(byTerm) }
}
