import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { WithdrawalPage } from '../pages/withdrawal.tsx'
import { base } from '../pages/words.ts'
import { findForWithdrawal, namesOfCodes, runById, type RunRow } from '../queries/runs.ts'
import { freezeRepair, storeRepair, tryRepair } from '../service/repairs.ts'
import { shown } from './parts.ts'
import { numberIn } from './runs.ts'

const load = (work: Work, params: Record<string, string>) => runById(work, params['id'] ?? '')

/** Somebody dropped out of a run: who, what would change, and the run that takes it over. */
export const withdrawalRoutes: readonly Route[] = [
  page<RunRow>('GET', `${base}/runs/:id/withdrawal`, {
    action: 'matching.run.start',
    load,
    perMinute: 60,
    handle: (call) => withdrawalPage(call, null),
  }),
  page<RunRow>('POST', `${base}/runs/:id/withdrawal`, {
    action: 'matching.run.start',
    load,
    perMinute: 30,
    handle: accept,
  }),
]

/** Who is named by the address: an applicant by the code, a place by its number from 1. */
function whoOf({ query }: Call) {
  const code = query.get('applicant')
  if (code) return { side: 'applicant' as const, code: code.slice(0, 20) }
  const number = numberIn(query.get('place'))
  return number !== null && number > 0 ? { side: 'place' as const, number: number - 1 } : null
}

const codesIn = (text: string) => text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? []

async function withdrawalPage(call: Call<RunRow>, refusal: Refusal | null): Promise<Answer> {
  const run = call.object
  call.shows([])
  if (!run.summary) return { kind: 'absent' }
  const who = whoOf(call)
  const search = (call.query.get('q') ?? '').trim().slice(0, 100)
  const tried = who && (await tryRepair(call.services.blobs, run, who))
  const isTried = tried !== null && !isRefused(tried)
  const problem = refusal ?? (tried !== null && isRefused(tried) ? tried : null)
  const codes = isTried
    ? tried.changes.flatMap(({ code, before, after }) => [
        code,
        ...codesIn(before ?? ''),
        ...codesIn(after ?? ''),
      ])
    : []
  const names = await namesOfCodes(
    call.work,
    run.id,
    isTried ? [...codes, tried.withdrawn.id] : codes,
  )
  const props = {
    call,
    run,
    search,
    found: isTried
      ? { applicants: [], places: [] }
      : await findForWithdrawal(call.work, run.id, search),
    refusal: problem && shown(call, problem),
    tried: isTried
      ? {
          ...tried,
          name: names.get(tried.withdrawn.id) ?? tried.withdrawn.id,
          names,
          query: `?${call.query}`,
        }
      : null,
  }
  const html = renderPage(WithdrawalPage(props))
  return { kind: 'html', html, ...(problem ? { status: problem.status } : {}) }
}

async function accept(call: Call<RunRow>): Promise<Answer> {
  const { blobs } = call.services
  const who = whoOf(call)
  if (!who) return withdrawalPage(call, refuse(422, m('withdrawal.unknown')))
  const tried = await tryRepair(blobs, call.object, who)
  if (isRefused(tried)) return withdrawalPage(call, tried)
  const file = await storeRepair(blobs, tried)
  if (isRefused(file)) return withdrawalPage(call, file)
  const result = await call.perform((work) => freezeRepair(work, call.object.id, tried, file))
  if (isRefused(result)) return withdrawalPage(call, result)
  return call.redirect(`${base}/runs/${result.runId}`, m('flash.repair-frozen'))
}
