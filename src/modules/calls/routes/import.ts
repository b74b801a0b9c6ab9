import { show } from '#ui'
import { isRefused, refuse, type Refusal } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  type Route,
  valueOf,
  refusedForm,
  sceneOf,
} from '#kernel/http'
import type { ImportSource } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { ImportPage } from '../pages/import.tsx'
import { localText } from '../pages/scene.tsx'
import type { CallRow } from '../queries/calls.ts'
import {
  type ApplicationsPreview,
  importApplications,
  previewApplications,
} from '../service/import.ts'
import { loadCall } from './browse.ts'

const mostBytes = 4 * 1024 * 1024
const decide = { action: 'calls.selection.decide', load: loadCall }

type CallCall = Call<CallRow>

/** Bringing in applications that came on paper or in another system, from a spreadsheet. */
export const importRoutes: readonly Route[] = [
  page<CallRow>('GET', '/calls/:id/import', {
    ...decide,
    handle: (call) => showImport(call, null, '', freshForm(), 200),
  }),
  page<CallRow>('GET', '/calls/:id/import/template', { ...decide, handle: sendTemplate }),
  page<CallRow>('POST', '/calls/:id/import', {
    ...decide,
    maxBytes: mostBytes + 1024 * 1024,
    handle: take,
  }),
]

async function showImport(
  given: CallCall,
  preview: ApplicationsPreview | null,
  text: string,
  form: FormState,
  status: number,
): Promise<Answer> {
  const named = [...(preview?.applications ?? []), ...(preview?.duplicates ?? [])]
  given.shows(named.map(({ personId }) => personId))
  const scene = sceneOf(given as Call)
  return show(ImportPage({ scene, call: given.object, preview, text, mostBytes, form }), status)
}

async function take(given: CallCall): Promise<Answer> {
  const call = given as Call
  const callId = given.object.id
  const text = call.form.values['text']?.[0] ?? ''
  const step = valueOf(call, 'step')
  const refused = (refusal: Refusal) =>
    showImport(given, null, text, refusedForm(call, refusal), refusal.status)
  if (step === 'edit') return showImport(given, null, text, freshForm(), 200)
  if (step === 'import' || step === 'import-without-faulty') {
    const leaveOutFaulty = step === 'import-without-faulty'
    const { node } = call.services
    const done = await call.perform((work) =>
      importApplications(work, { callId, text, leaveOutFaulty, node }),
    )
    if (isRefused(done)) return refused(done)
    return call.redirect(`/calls/${callId}/applications`, m('import.done', { count: done.count }))
  }
  const file = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  if (!file && text.trim() === '') {
    return refused(refuse(422, m('import.nothing'), { text: m('import.nothing') }))
  }
  const source: ImportSource = file ? { bytes: file.bytes, name: file.name } : { text }
  const preview = await previewApplications(call.work, callId, source)
  return isRefused(preview)
    ? refused(preview)
    : showImport(given, preview, preview.text, freshForm(), 200)
}

/** An empty list with the headings of this call. */
async function sendTemplate(given: CallCall): Promise<Answer> {
  const call = given as Call
  call.shows([])
  const scene = sceneOf(call)
  const { definition, titles } = given.object
  const asked = definition.questions.filter(({ kind }) => kind !== 'step' && kind !== 'file')
  const columns = [
    call.t(m('import.column-number')),
    call.t(m('import.column-address')),
    ...asked.map(({ label }) => localText(scene, label)),
  ].map((header) => ({ header, kind: 'text' as const, width: 24 }))
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name: localText(scene, titles), columns, rows: [] }] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${call.t(m('import.template'))}.xlsx`,
  }
}
