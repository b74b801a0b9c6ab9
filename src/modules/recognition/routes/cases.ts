import { z } from 'zod'
import { type Entry, entriesAbout } from '#kernel/chronicle'
import { isRefused, personOf, type Refusal, type Work } from '#kernel/database'
import { fileKinds, streamFile } from '#kernel/files'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import {
  compareText,
  dateInZone,
  displayName,
  Fraction,
  isUuid,
  localised,
  normaliseDigits,
  type PersonName,
} from '#kernel/values'
import { renderPage } from '#ui'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { CasePage, type StoryEntry } from '../pages/case.tsx'
import { CasesPage } from '../pages/cases.tsx'
import { LinePage } from '../pages/line.tsx'
import {
  caseById,
  type CasePageRow,
  isLineOf,
  judgesOf,
  linesOfCase,
  listCases,
  namesOfJudges,
} from '../queries/cases.ts'
import { postingsOfCase } from '../queries/office/batches.ts'
import { unfinishedDrafts } from '../queries/drafts.ts'
import { collectInput } from '../queries/evaluation-input.ts'
import { hostsOfCases } from '../queries/hosts.ts'
import { namesOf } from '../queries/people.ts'
import { evaluate } from '../rules/evaluate.ts'
import { holderDifferences } from '../holder.ts'
import { confirmIssuer } from '../service/confirm-issuer.ts'
import {
  changeLine,
  decideCase,
  reevaluateCase,
  restoreLine,
  withdrawCase,
} from '../service/decide-case.ts'
import { recognitionEntries } from '../stories.ts'
import { exactField, pageNumber, shareField } from './fields.ts'
import { shownInPage } from './shown-file.ts'
import { suggestedLines } from './suggested-lines.ts'

const pageSize = 25
const loadCase = (work: Work, params: Record<string, string>) => caseById(work, params['id'] ?? '')

/** What a page says above its content after a refusal. */
export interface ShownRefusal {
  message: string
  fields: Record<string, string>
}

/** A refusal in the reader's words. */
export function shown(call: Call, refusal: Refusal): ShownRefusal {
  return {
    message: call.t(refusal.message),
    fields: Object.fromEntries(
      Object.entries(refusal.fields).map(([name, message]) => [name, call.t(message)]),
    ),
  }
}

/** The pages of the queue and of one case. */
export const caseRoutes: readonly Route[] = [
  page('GET', '/recognition/cases', { action: 'recognition.case.list', handle: casesPage }),
  page<CasePageRow>('GET', '/recognition/cases/:id', {
    action: 'recognition.case.read',
    load: loadCase,
    handle: (call) => casePage(call, null),
  }),
  page<CasePageRow>('GET', '/recognition/cases/:id/original', {
    action: 'recognition.case.read',
    load: loadCase,
    handle: original,
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/evaluation', {
    action: 'recognition.case.evaluate',
    load: loadCase,
    async handle(call) {
      const result = await call.perform((work) => reevaluateCase(work, call.object.id))
      if (isRefused(result)) return casePage(call, result)
      const flash = m(result.changed ? 'page.case.evaluated' : 'page.case.unchanged')
      return call.redirect(`/recognition/cases/${call.object.id}`, flash)
    },
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/decision', {
    // Whoever may read an already decided case is told so; the verb asks for the right to decide.
    action: 'recognition.case.read',
    load: loadCase,
    async handle(call) {
      const inputHash = call.form.values['basis']?.[0] ?? ''
      const result = await call.perform((work) =>
        decideCase(work, { caseId: call.object.id, inputHash }),
      )
      if (isRefused(result)) return casePage(call, result)
      const flash = m('page.case.decided', { number: result.number })
      return call.redirect(`/recognition/cases/${call.object.id}`, flash)
    },
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/issuer', {
    action: 'recognition.case.evaluate',
    load: loadCase,
    async handle(call) {
      const result = await call.perform((work) => confirmIssuer(work, call.object.id))
      if (isRefused(result)) return casePage(call, result)
      return call.redirect(`/recognition/cases/${call.object.id}`, m('issuer.confirmed-now'))
    },
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/withdrawal', {
    action: 'recognition.case.withdraw',
    load: loadCase,
    async handle(call) {
      const reason = call.form.values['reason']?.[0] ?? ''
      const result = await call.perform((work) =>
        withdrawCase(work, { caseId: call.object.id, reason }),
      )
      if (isRefused(result)) return casePage(call, result)
      const flash = m('page.case.withdrawn', { number: call.object.number })
      return call.redirect(`/recognition/cases/${call.object.id}`, flash)
    },
  }),
  page<CasePageRow>('GET', '/recognition/cases/:id/lines/:line', {
    action: 'recognition.case.evaluate',
    load: loadLine,
    handle: (call) => linePage(call, null, null),
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/lines/:line', {
    action: 'recognition.case.evaluate',
    load: loadLine,
    handle: saveLine,
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/lines/:line/restoration', {
    action: 'recognition.case.evaluate',
    load: loadLine,
    async handle(call) {
      const ids = { caseId: call.object.id, lineId: call.params['line'] ?? '' }
      const result = await call.perform((work) => restoreLine(work, ids))
      if (isRefused(result)) return casePage(call, result)
      return call.redirect(`/recognition/cases/${call.object.id}`, m('page.case.line-restored'))
    },
  }),
]

/** The case, where the line of the address is one of its own. */
export async function loadLine(
  work: Work,
  params: Record<string, string>,
): Promise<CasePageRow | null> {
  const found = await loadCase(work, params)
  const id = params['line'] ?? ''
  if (!found || !isUuid(id)) return null
  return (await isLineOf(work, id, found.id)) ? found : null
}

async function casesPage(call: Call): Promise<Answer> {
  const state = z.enum(['open', 'decided', 'all']).catch('open').parse(call.query.get('state'))
  const host = z.uuid().catch('').parse(call.query.get('host'))
  const search = (call.query.get('q') ?? '').trim().slice(0, 100)
  const number = pageNumber(call)
  const { cases, total, similar } = await listCases(call.work, {
    ...(state === 'all' ? {} : { state }),
    ...(host ? { hostOrganisationId: host } : {}),
    ...(search ? { search: normaliseDigits(search) } : {}),
    page: number,
    pageSize,
  })
  const hosts = await hostsOfCases(call.work)
  const drafts = await unfinishedDrafts(call.work)
  call.shows(
    [...cases, ...drafts].map(({ personId }) => personId),
    { state, host },
  )
  return {
    kind: 'html',
    html: renderPage(
      CasesPage({
        call,
        cases,
        total,
        similar,
        filter: { state, host, search, page: number },
        pageSize,
        hosts: hosts
          .map(({ id, names }) => ({ id, label: localised(names, call.language).text }))
          .toSorted((a, b) => compareText(call.language, a.label, b.label)),
        mayAdd: call.may('recognition.transcript.begin'),
        drafts,
      }),
    ),
  }
}

/** The page of a case, after a refusal with what was wrong. */
export async function casePage(call: Call<CasePageRow>, refusal: Refusal | null): Promise<Answer> {
  // After a refusal the case may have moved on: it is read again.
  const found = refusal ? ((await caseById(call.work, call.object.id)) ?? call.object) : call.object
  const lines = await linesOfCase(call.work, found.id)
  const decidable = call.may('recognition.case.decide', found)
  const { entries } = await entriesAbout(call.work, {
    objectKind: 'recognition-case',
    objectId: found.id,
  })
  const names = await namesOf(call.work, [...judgesOf(lines), ...entries.flatMap(actorOf)])
  const mayEvaluate = call.may('recognition.case.evaluate', found)
  const html = renderPage(
    CasePage({
      call,
      found,
      lines,
      suggested: mayEvaluate ? await suggestedLines(call, found, lines) : null,
      judges: names,
      allowance: decidable ? await allowanceOf(call, found) : null,
      story: storyOf(call, entries, names),
      differences: holderDifferences(found.holder, {
        name: found.student,
        birthDate: found.student_born,
      }),
      postings: found.state === 'decided' ? await postingsOfCase(call.work, found.id) : null,
      isOwn: personOf(call.actor) === found.person_id,
      may: {
        evaluate: mayEvaluate,
        decide: decidable,
        withdraw: call.may('recognition.case.withdraw', found),
        statement: call.may('recognition.statement.read', found),
        list: call.may('recognition.case.list'),
        journey: call.may('desk.journey.read', {
          id: found.person_id,
          organisation_ids: [found.home_organisation_id],
        }),
      },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function allowanceOf(call: Call, found: CasePageRow): Promise<Fraction | null> {
  const today = dateInZone(call.now, found.home_time_zone)
  const collected = await collectInput(call.work, found, today)
  return collected.ok ? evaluate(collected.input).totals.allowance : null
}

function storyOf(
  call: Call,
  entries: readonly Entry[],
  names: ReadonlyMap<string, PersonName>,
): StoryEntry[] {
  return entries.flatMap((entry) => {
    const kind = recognitionEntries.find((each) => each.type === entry.type)
    const who = actorOf(entry).map((id) => names.get(id))[0]
    if (!kind) return []
    return [
      {
        at: entry.recordedAt,
        what: call.t(kind.label(entry.data, call.language)),
        who: who ? displayName(who, call.language) : null,
      },
    ]
  })
}

function actorOf(entry: Entry): string[] {
  return entry.actor.startsWith('person:') ? [entry.actor.slice('person:'.length)] : []
}

async function linePage(
  call: Call<CasePageRow>,
  refusal: Refusal | null,
  typed: Record<string, string> | null,
): Promise<Answer> {
  const lines = await linesOfCase(call.work, call.object.id)
  const line = lines.find((each) => each.id === call.params['line'])
  if (!line) return call.redirect(`/recognition/cases/${call.object.id}`)
  const values = typed ?? {
    verdict: line.verdict === 'needs-decision' ? '' : line.verdict,
    homeCourse: line.homeCourseCode ?? '',
    homeCredit: line.homeCredit ? (Fraction.parse(line.homeCredit)?.toDecimal(6) ?? '') : '',
    recordedGrade: line.recordedGrade ?? line.engine.recordedGrade ?? '',
    contentShare: line.contentShare ?? '',
    reason: line.changeReason ?? '',
  }
  const html = renderPage(
    LinePage({
      call,
      found: call.object,
      line,
      judges: await namesOfJudges(call.work, [line]),
      values,
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const lineForm = z.object({
  verdict: z.enum(['recognised', 'refused']),
  homeCourse: z.string().trim().max(60).default(''),
  'homeCourse-text': z.string().trim().max(300).optional(),
  homeCredit: exactField,
  recordedGrade: z.string().max(12).default('').transform(plainText),
  contentShare: shareField,
  reason: z.string().max(1000).transform(plainText).pipe(z.string().min(1)),
})

async function saveLine(call: Call<CasePageRow>): Promise<Answer> {
  const typed = Object.fromEntries(
    Object.entries(call.form.values).map(([name, values]) => [name, values[0] ?? '']),
  )
  const input = call.read(lineForm)
  if (isRefused(input)) return linePage(call, input, typed)
  const result = await call.perform((work) =>
    changeLine(work, {
      caseId: call.object.id,
      lineId: call.params['line'] ?? '',
      verdict: input.verdict,
      homeCourseCode: codeOf(input.homeCourse, input['homeCourse-text']),
      homeCredit: input.homeCredit,
      recordedGrade: input.recordedGrade || null,
      contentShare: input.contentShare,
      reason: input.reason,
    }),
  )
  if (isRefused(result)) return linePage(call, result, typed)
  return call.redirect(`/recognition/cases/${call.object.id}`, m('page.case.line-changed'))
}

/**
 * The code of the chosen course. Without scripts the hidden value is still the course chosen before, and the
 * text beside it is what counts: a code, or a code with its title as the list offers it.
 */
function codeOf(chosen: string, text: string | undefined): string | null {
  if (text === undefined || (chosen !== '' && text.startsWith(chosen))) return chosen || null
  return text.split(' · ', 1)[0]?.trim() || null
}

async function original(call: Call<CasePageRow>): Promise<Answer> {
  const id = call.object.scan_file_id ?? call.object.file_id
  const found = id ? await streamFile(call.work, call.services.blobs, id) : null
  if (!found || isRefused(found)) return call.redirect(`/recognition/cases/${call.object.id}`)
  const { kind, name } = found.file
  return {
    kind: 'file',
    body: found.stream,
    type: fileKinds[kind].mediaType,
    name,
    ...(['pdf', 'jpeg', 'png', 'webp'].includes(kind) ? shownInPage : {}),
  }
}
