import { show } from '#ui'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import {
  fileKinds,
  receiveFile,
  sizeText,
  type StagedFile,
  stagedFiles,
  stageFile,
  streamFile,
} from '#kernel/files'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  pageNumber,
  refusedForm,
  type Route,
  valueOf,
  sceneOf,
} from '#kernel/http'
import { organisationOptions } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { ClauseFormPage, ClausesPage, clausesPerPage } from '../pages/clauses.tsx'
import { clauseById, type ClauseRow, clausesFor } from '../queries/clauses.ts'
import { endClause, enterClause } from '../service/clauses.ts'
import { selfOf } from './web.ts'

const base = '/privacy/clauses'
const keeping = { action: 'privacy.clause.keep' } as const
const onClause = { ...keeping, load: loadClause }
const mostBytes = 20 * 1024 * 1024

/** The register of documents on which transfers rest. */
export const clauseRoutes: readonly Route[] = [
  page('GET', base, { ...keeping, handle: (call) => showClauses(call) }),
  page('GET', `${base}/new`, {
    ...keeping,
    handle: (call) => showForm(call, [], freshForm(), 200),
  }),
  page('POST', base, { ...keeping, maxBytes: mostBytes + 1024 * 1024, handle: enter }),
  page<ClauseRow>('POST', `${base}/:id/end`, { ...onClause, handle: end }),
  page<ClauseRow>('GET', `${base}/:id/file`, { ...onClause, handle: file }),
]

function loadClause(work: Work, params: Record<string, string>): Promise<ClauseRow | null> {
  return clauseById(work, params['id'] ?? '')
}

async function showClauses(call: Call): Promise<Answer> {
  const number = pageNumber(call)
  const { rows, total } = await clausesFor(call.work, {
    limit: clausesPerPage,
    offset: (number - 1) * clausesPerPage,
  })
  return show(ClausesPage({ scene: sceneOf(call), rows, total, page: number }))
}

async function showForm(
  call: Call,
  staged: readonly StagedFile[],
  form: FormState,
  status: number,
): Promise<Answer> {
  const places = (await organisationOptions(call.work)).map(({ id, name }) => ({
    value: id,
    label: name,
  }))
  return show(
    ClauseFormPage({
      scene: sceneOf(call),
      exporters: places.filter(({ value }) =>
        call.may('privacy.clause.keep', { exporter_organisation_id: value }),
      ),
      recipients: places,
      staged: staged.map(({ id, name, size_bytes }) => ({
        token: id,
        name,
        size: sizeText(Number(size_bytes)),
      })),
      maxBytes: mostBytes,
      form,
    }),
    status,
  )
}

/** The file of the form, kept for the next attempt: what was chosen now, else what an earlier refusal kept. */
async function keptFile(call: Call): Promise<StagedFile[] | Refusal> {
  const upload = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  if (!upload) return stagedFiles(call.work, call.form.values['file-staged'] ?? [], selfOf(call))
  const received = await receiveFile(call.services.blobs, upload, {
    allow: ['pdf'],
    maxBytes: mostBytes,
  })
  if (isRefused(received)) return refuse(422, received.message, { file: received.message })
  return [await call.prepare((work) => stageFile(work, received, selfOf(call)))]
}

async function enter(call: Call): Promise<Answer> {
  const staged = await keptFile(call)
  if (isRefused(staged)) return showForm(call, [], refusedForm(call, staged), staged.status)
  const done = await call.perform((work) =>
    enterClause(work, {
      exporter: valueOf(call, 'exporter'),
      recipient: valueOf(call, 'recipient'),
      kind: valueOf(call, 'kind'),
      signedOn: valueOf(call, 'signedOn'),
      validUntil: valueOf(call, 'validUntil'),
      reference: valueOf(call, 'reference'),
      stagedIds: staged.map(({ id }) => id),
      ownerKey: selfOf(call),
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return showForm(call, staged, refusedForm(call, done), done.status)
  return call.redirect(base, m('clause.saved'))
}

async function end(call: Call<ClauseRow>): Promise<Answer> {
  const done = await call.perform((work) => endClause(work, call.object.id))
  return call.redirect(base, isRefused(done) ? done.message : m('clause.ended-now'))
}

async function file(call: Call<ClauseRow>): Promise<Answer> {
  const { file_id, file_name, kind } = call.object
  if (!file_id) return { kind: 'absent' }
  const found = await streamFile(call.work, call.services.blobs, file_id)
  if (isRefused(found)) return { kind: 'absent' }
  const name = file_name ?? `${kind}.pdf`
  return { kind: 'file', body: found.stream, type: fileKinds.pdf.mediaType, name }
}
