import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { isUuid } from '#kernel/values'
import { renderPage } from '#ui'
import { readyTable } from '../../formats/list-tables.ts'
import { m } from '../../messages/index.ts'
import { ReadyPage, type ReadyPageProps, readyPath } from '../../pages/office/ready.tsx'
import { linesOfCases, namesOfJudges } from '../../queries/cases.ts'
import { queueById } from '../../queries/office/queues.ts'
import { mostTogether, numberOfCase, readyCases } from '../../queries/office/ready.ts'
import { decideCase } from '../../service/decide-case.ts'
import { tableFile } from '../table-file.ts'

/** Deciding what rules and precedents have settled, several cases with one look; each decision is an act of its own. */
export const readyRoutes: readonly Route[] = [
  page('GET', readyPath, {
    action: 'recognition.case.decide',
    handle: (call) => readyPage(call, null),
  }),
  page('GET', `${readyPath}/table`, { action: 'recognition.case.decide', handle: readyFile }),
  page('POST', readyPath, { action: 'recognition.case.decide', handle: decideTogether }),
]

async function readyPage(call: Call, outcome: ReadyPageProps['outcome']): Promise<Answer> {
  const queue = await queueById(call.work, call.query.get('queue') ?? '')
  const cases = await readyCases(call.work, queue)
  const lines = await linesOfCases(
    call.work,
    cases.map(({ id }) => id),
  )
  call.shows(cases.map(({ personId }) => personId))
  const html = renderPage(
    ReadyPage({
      call,
      queueId: queue?.id ?? null,
      cases,
      lines,
      judges: await namesOfJudges(call.work, [...lines.values()].flat()),
      outcome,
    }),
  )
  return { kind: 'html', html }
}

async function readyFile(call: Call): Promise<Answer> {
  const queue = await queueById(call.work, call.query.get('queue') ?? '')
  const cases = await readyCases(call.work, queue)
  const ids = cases.map(({ id }) => id)
  call.shows(cases.map(({ personId }) => personId))
  const table = readyTable(cases, await linesOfCases(call.work, ids), call)
  return tableFile(call, call.t(m('ready.title')), table)
}

async function decideTogether(call: Call): Promise<Answer> {
  const ids = [...new Set(call.form.values['keys'] ?? [])].filter(isUuid).slice(0, mostTogether)
  const queue = await queueById(call.work, call.query.get('queue') ?? '')
  const ready = new Map((await readyCases(call.work, queue)).map((each) => [each.id, each]))
  const decided: string[] = []
  const left: { number: string; why: string }[] = []
  for (const caseId of ids) {
    const inputHash = call.form.values[`basis.${caseId}`]?.[0] ?? ''
    // A case with a person's word on a line is not among the ready ones any more: the verb says what it is now.
    const result: { number: string } | Refusal = await call.perform((work) =>
      decideCase(work, { caseId, inputHash: ready.has(caseId) ? inputHash : '' }),
    )
    if (!isRefused(result)) decided.push(result.number)
    // Of a case that the reader may not see, not even its number is told.
    else if (result.status !== 404) {
      const number = ready.get(caseId)?.number ?? (await numberOfCase(call.work, caseId)) ?? '–'
      left.push({ number, why: call.t(result.message) })
    }
  }
  return readyPage(call, { decided, left })
}
