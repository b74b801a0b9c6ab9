import { z } from 'zod'
import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { renderPage } from '#ui'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { mostTerms, StayPage } from '../pages/stay.tsx'
import { type CasePageRow, linesOfCase } from '../queries/cases.ts'
import { type StatedStay, staysOf } from '../queries/stays.ts'
import { stateStay } from '../service/state-stay.ts'
import { loadCase } from './case-page.ts'
import { dayField, exactField, typedValues } from './fields.ts'
import { shown } from './shown-refusal.ts'

const path = '/recognition/cases/:id/stay'

/** What the office knows of the time abroad, for rules that ask for it. */
export const stayRoutes: readonly Route[] = [
  page<CasePageRow>('GET', path, {
    action: 'recognition.line.correct',
    load: loadCase,
    handle: (call) => stayPage(call, null, null),
  }),
  page<CasePageRow>('POST', path, {
    action: 'recognition.line.correct',
    load: loadCase,
    handle: save,
  }),
]

async function stayPage(
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
    StayPage({
      call,
      found: call.object,
      stated,
      terms: [...terms].sort().slice(0, mostTerms),
      values: typed ?? valuesOf(latest),
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
  const typed = typedByTerm(typedValues(call))
  const input = call.read(form)
  if (isRefused(input)) return stayPage(call, input, typed)
  const values = input as Record<string, unknown>
  const homeTerms = places.flatMap((place) => {
    const [term, credit] = [values[`term.${place}`], values[`credit.${place}`]]
    return term && credit ? [{ term: String(term), credit: credit as HomeCredit }] : []
  })
  const result = await call.perform((work) =>
    stateStay(work, {
      caseId: call.object.id,
      seen: input.seen,
      reason: input.reason,
      stay: {
        from: input.from,
        to: input.to,
        suspended: answers[input.suspended],
        lastTerm: answers[input.lastTerm],
        homeTerms,
      },
    }),
  )
  if (isRefused(result)) return stayPage(call, result, typed)
  return call.redirect(`/recognition/cases/${call.object.id}`, m('stay.done'))
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
