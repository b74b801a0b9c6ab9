import { isRefused, personOf, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import {
  DecisionHistoryPage,
  type RunningRevision,
  type ShownRevision,
} from '../pages/decision-history.tsx'
import { RevisionPage } from '../pages/revision.tsx'
import type { CasePageRow } from '../queries/cases.ts'
import { type PastRevision, revisionsOf, standingLines } from '../queries/decision-history.ts'
import { namesOf } from '../queries/people.ts'
import { ruleSetVersions } from '../queries/rule-sets.ts'
import { differencesOf, type LineDifference } from '../rules/compare-decisions.ts'
import { asToldTo } from '../rules/settings.ts'
import { openRevision } from '../service/revisions.ts'
import { loadCase } from './case-page.ts'
import { shown } from './shown-refusal.ts'

const open = { action: 'recognition.revision.open', load: loadCase } as const

/** The decisions of a case in history, and opening a final one again. */
export const revisionRoutes: readonly Route[] = [
  page<CasePageRow>('GET', '/recognition/cases/:id/decisions', {
    action: 'recognition.case.read',
    load: loadCase,
    handle: history,
  }),
  page<CasePageRow>('GET', '/recognition/cases/:id/revision', {
    ...open,
    handle: (call) => revisionPage(call, null),
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/revision', {
    // Who opened it a moment ago in another window is told so; the verb asks for the right.
    action: 'recognition.case.read',
    load: loadCase,
    handle: send,
  }),
]

async function revisionPage(call: Call<CasePageRow>, refusal: Refusal | null): Promise<Answer> {
  const html = renderPage(
    RevisionPage({
      call,
      found: call.object,
      values: refusal ? typedValues(call) : {},
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function send(call: Call<CasePageRow>): Promise<Answer> {
  const reasons = typedValues(call)['reasons'] ?? ''
  const result = await call.perform((work) =>
    openRevision(work, { caseId: call.object.id, reasons, appeal: null }),
  )
  if (isRefused(result)) return revisionPage(call, result)
  const { caseId, revision } = result
  return call.redirect(`/recognition/cases/${caseId}`, m('revision.opened', { revision }))
}

/** The decisions that the reader may know of: the student none before it is final. */
export async function toldRevisions(
  call: Call<CasePageRow>,
  found: CasePageRow,
): Promise<PastRevision[]> {
  const all = await revisionsOf(call.work, found.id)
  const isOwn = personOf(call.actor) === found.person_id
  return all.filter(({ releasedAt }) => !isOwn || releasedAt === null || releasedAt <= call.now)
}

async function history(call: Call<CasePageRow>): Promise<Answer> {
  const isOwn = personOf(call.actor) === call.object.person_id
  const found = isOwn ? asToldTo(call.object, call.now) : call.object
  const told = await toldRevisions(call, found)
  const revisions: ShownRevision[] = told.map((each, place) => ({
    ...each,
    differences: place === 0 ? null : differencesOf(told[place - 1]!.lines, each.lines),
  }))
  const running = await runningOf(call, told)
  const judges = await namesOf(
    call.work,
    judgesOf([
      ...revisions.flatMap((each) => each.differences ?? []),
      ...(running?.differences ?? []),
    ]),
  )
  const html = renderPage(DecisionHistoryPage({ call, found, revisions, running, judges }))
  return { kind: 'html', html }
}

/** What is evaluated now against the latest decision; the student is told once it is decided. */
async function runningOf(
  call: Call<CasePageRow>,
  told: readonly PastRevision[],
): Promise<RunningRevision | null> {
  const found = call.object
  const against = told.at(-1)
  const isOwn = personOf(call.actor) === found.person_id
  if (found.state !== 'open' || !against?.reopened || isOwn) return null
  const versions = await ruleSetVersions(call.work, found.rule_set_id ?? '')
  const rules = versions.find(({ version }) => version === found.rule_set_version)
  return {
    revision: found.revision,
    against,
    differences: differencesOf(against.lines, await standingLines(call.work, found.id)),
    ruleName: rules?.definition.name ?? null,
    ruleVersion: found.rule_set_version,
  }
}

function judgesOf(differences: readonly LineDifference[]): string[] {
  const judges = differences.flatMap(({ newReasons }) =>
    newReasons.map((reason) => reason.args['judge']),
  )
  return [...new Set(judges.filter((id) => typeof id === 'string'))]
}
