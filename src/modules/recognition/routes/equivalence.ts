import { z } from 'zod'
import { entriesAbout } from '#kernel/chronicle'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { fileKinds, fileMessages, receiveFile, streamFile } from '#kernel/files'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { dateInZone, displayName } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { EquivalencePage } from '../pages/equivalence.tsx'
import { ReversePage } from '../pages/equivalence-reverse.tsx'
import { coursesByCodes } from '../queries/courses.ts'
import { evidenceFile, evidenceOf, lineageOf, timeZoneOf } from '../queries/equivalence-evidence.ts'
import {
  equivalenceById,
  type EquivalenceRow,
  homeText,
  hostText,
  isMirrored,
} from '../queries/equivalences.ts'
import { namesOf } from '../queries/people.ts'
import { addEvidence, removeEvidence } from '../service/equivalence-evidence.ts'
import {
  acceptReverse,
  askReverse,
  canReverse,
  declineReverse,
  type ReverseQuestion,
  reverseQuestion,
} from '../service/reverse-equivalence.ts'
import { recognitionEntries } from '../stories.ts'
import { shown } from './shown-refusal.ts'
import { dayField, requiredDayField, shareField } from './fields.ts'

const path = '/recognition/equivalences'
const mostBytes = 20 * 1024 * 1024
const load = (work: Work, params: Record<string, string>) =>
  equivalenceById(work, params['id'] ?? '')
const loadQuestion = (work: Work, params: Record<string, string>) =>
  reverseQuestion(work, params['id'] ?? '')

/** The page of one equivalence, its evidence, and the question of its other direction. */
export const oneEquivalenceRoutes: readonly Route[] = [
  page<EquivalenceRow>('GET', `${path}/:id`, {
    action: 'recognition.equivalence.list',
    load,
    handle: (call) => onePage(call, null),
  }),
  page<EquivalenceRow>('POST', `${path}/:id/evidence`, {
    action: 'recognition.equivalence.edit',
    load,
    maxBytes: mostBytes + 64 * 1024,
    perMinute: 60,
    handle: add,
  }),
  page<EquivalenceRow>('GET', `${path}/:id/evidence/:evidence`, {
    action: 'recognition.equivalence.list',
    load,
    handle: evidence,
  }),
  page<EquivalenceRow>('POST', `${path}/:id/evidence/:evidence/removal`, {
    action: 'recognition.equivalence.edit',
    load,
    async handle(call) {
      const piece = call.params['evidence'] ?? ''
      const result = await call.perform((work) => removeEvidence(work, call.object.id, piece))
      const to = `${path}/${call.object.id}#evidence`
      return call.redirect(
        to,
        isRefused(result) ? result.message : m('equivalence.flash.evidence-removed'),
      )
    },
  }),
  page<EquivalenceRow>('POST', `${path}/:id/reverse-request`, {
    action: 'recognition.equivalence.edit',
    load,
    async handle(call) {
      const result = await call.perform((work) => askReverse(work, call.object.id))
      const message = isRefused(result) ? result.message : m('equivalence.flash.asked')
      return call.redirect(`${path}/${call.object.id}`, message)
    },
  }),
  page<ReverseQuestion>('GET', `${path}/:id/reverse`, {
    action: 'recognition.equivalence.edit',
    load: loadQuestion,
    handle: (call) => reversePage(call, {}, null),
  }),
  page<ReverseQuestion>('POST', `${path}/:id/reverse`, {
    action: 'recognition.equivalence.edit',
    load: loadQuestion,
    handle: answer,
  }),
]

async function onePage(call: Call<EquivalenceRow>, refusal: Refusal | null): Promise<Answer> {
  const { object: found, work } = call
  const { timeZone, entries } = await historyOf(call)
  const names = await namesOf(
    work,
    entries.flatMap((entry) => personIn(entry.actor)),
  )
  const codes = found.hostCourses.map((course) => course.code)
  const courses = await coursesByCodes(work, found.host_organisation_id, codes)
  const revised = call.query.get('revised')
  const before = revised ? await equivalenceById(work, revised) : null
  const html = renderPage(
    EquivalencePage({
      call,
      found,
      timeZone,
      hostCredit: new Map([...courses].map(([code, course]) => [code, course.credit])),
      evidence: await evidenceOf(work, found.id, timeZone),
      story: entries.flatMap((entry) => {
        const kind = recognitionEntries.find((each) => each.type === entry.type)
        const who = personIn(entry.actor).map((id) => names.get(id))[0]
        if (!kind) return []
        const what = call.t(kind.label(entry.data, call.language))
        const name = who ? displayName(who, call.language) : null
        return [{ at: entry.recordedAt, what, who: name }]
      }),
      undo: before?.replacedById === found.id ? before.id : null,
      reverse: await reverseState(work, found),
      mayEdit: call.may('recognition.equivalence.edit', found),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** What happened to an equivalence and to those whose place it took, the latest first. */
async function historyOf({ work, object: found }: Call<EquivalenceRow>) {
  const timeZone = await timeZoneOf(work, found.home_organisation_id)
  const all = []
  for (const objectId of (await lineageOf(work, found.id)).slice(0, 20)) {
    const { entries } = await entriesAbout(work, {
      objectKind: 'recognition-equivalence',
      objectId,
    })
    all.push(...entries)
  }
  return { timeZone, entries: all }
}

function personIn(actor: string): string[] {
  return actor.startsWith('person:') ? [actor.slice('person:'.length)] : []
}

async function reverseState(work: Work, found: EquivalenceRow) {
  if (found.mirrorOfId !== null || (await isMirrored(work, found.id))) return 'judged' as const
  if (!canReverse(found)) return 'impossible' as const
  if (found.reverseDeclinedAt) return 'declined' as const
  return found.reverseAskedAt ? ('asked' as const) : ('none' as const)
}

async function add(call: Call<EquivalenceRow>): Promise<Answer> {
  const { object: found } = call
  const label = (call.form.values['label']?.[0] ?? '').slice(0, 200)
  const url = (call.form.values['url']?.[0] ?? '').trim()
  const upload = call.form.uploads['file']?.find((file) => file.bytes.length > 0)
  if (!upload && url === '') {
    const message = m('equivalence.fault.evidence')
    return onePage(call, refuse(422, message, { url: message }))
  }
  if (upload) {
    const file = await receiveFile(call.services.blobs, upload, {
      allow: ['pdf', 'docx', 'xlsx', 'png', 'jpeg', 'text'],
      maxBytes: mostBytes,
    })
    if (isRefused(file)) return onePage(call, { ...file, fields: { file: file.message } })
    const result = await call.perform((work) =>
      addEvidence(work, found.id, { kind: 'file', file, label }),
    )
    if (isRefused(result)) return onePage(call, result)
  }
  if (url !== '') {
    const result = await call.perform((work) =>
      addEvidence(work, found.id, { kind: 'link', url, label: upload ? '' : label }),
    )
    if (isRefused(result)) return onePage(call, result)
  }
  return call.redirect(`${path}/${found.id}#evidence`, m('equivalence.flash.evidence-added'))
}

async function evidence(call: Call<EquivalenceRow>): Promise<Answer> {
  const back = `${path}/${call.object.id}#evidence`
  const id = await evidenceFile(call.work, call.object.id, call.params['evidence'] ?? '')
  const found = id ? await streamFile(call.work, call.services.blobs, id) : null
  if (!found || isRefused(found)) return call.redirect(back, fileMessages('gone'))
  const { kind, name } = found.file
  return { kind: 'file', body: found.stream, type: fileKinds[kind].mediaType, name }
}

const answerForm = z.object({
  contentShare: shareField,
  validFrom: requiredDayField,
  validTo: dayField,
  note: z.string().max(2000).default(''),
})

async function reversePage(
  call: Call<ReverseQuestion>,
  typed: Record<string, string>,
  refusal: Refusal | null,
): Promise<Answer> {
  const values = {
    validFrom: dateInZone(call.now, 'Asia/Bangkok'),
    contentShare: call.object.asked.contentShare?.toString() ?? '',
    ...typed,
  }
  const html = renderPage(
    ReversePage({
      call,
      asked: call.object.asked,
      values,
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function answer(call: Call<ReverseQuestion>): Promise<Answer> {
  const typed = typedValues(call)
  const { asked } = call.object
  const codes = { host: homeText(asked), home: hostText(asked) }
  if (typed['answer'] === 'no') {
    const result = await call.perform((work) => declineReverse(work, asked.id))
    if (isRefused(result)) return reversePage(call, typed, result)
    return call.redirect(path, m('equivalence.flash.declined', codes))
  }
  const input = call.read(answerForm)
  if (isRefused(input)) return reversePage(call, typed, input)
  const result = await call.perform((work) => acceptReverse(work, asked.id, input))
  if (isRefused(result)) return reversePage(call, typed, result)
  return call.redirect(`${path}/${result.equivalenceId}`, m('equivalence.flash.judged', codes))
}
