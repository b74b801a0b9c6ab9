import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { formatYear } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { CorrespondencesPage, correspondencesPath } from '../pages/correspondences.tsx'
import { ScaleFormPage, type ScaleFormPageProps } from '../pages/scale-form.tsx'
import { ScalePage } from '../pages/scale.tsx'
import { SchemeFormPage } from '../pages/scheme-form.tsx'
import { SchemePage } from '../pages/scheme.tsx'
import { scalesPath, SchemesPage, schemesPath } from '../pages/schemes.tsx'
import {
  correspondenceById,
  type CorrespondenceRow,
  listCorrespondences,
  listScales,
  listSchemes,
  scaleById,
  type ScaleRow,
  schemeById,
  type SchemeRow,
  usesOf,
  usesOfOwn,
} from '../queries/scales.ts'
import { scaleFaults, scaleFrom } from '../rules/check-scale.ts'
import { removeCorrespondence, setCorrespondence } from '../service/correspondences.ts'
import { enterScale, enterScheme, setInstitutionScheme } from '../service/scales.ts'
import { shown } from './shown-refusal.ts'
import { sourcesOf } from './fields.ts'
import { byName, institutionsFor, scaleOptions } from './scale-choices.ts'
import {
  correspondenceForm,
  readScale,
  scaleForm,
  scaleValues,
  schemeForm,
  schemeOf,
  schemeValues,
  useForm,
} from './scale-form.ts'

const open = 'recognition.scale.open'
const edit = 'recognition.scale.edit'
const loadScheme = (work: Work, params: Record<string, string>) =>
  schemeById(work, params['id'] ?? '')
const loadScale = (work: Work, params: Record<string, string>) =>
  scaleById(work, params['id'] ?? '')
const loadCorrespondence = (work: Work, params: Record<string, string>) =>
  correspondenceById(work, params['id'] ?? '')

/** The pages of credit schemes, grade scales, their use by intake and the correspondence of grades. */
export const scaleRoutes: readonly Route[] = [
  page('GET', schemesPath, { action: open, handle: (call) => schemesPage(call, null) }),
  page('POST', `${schemesPath}/use`, { action: edit, handle: chooseScheme }),
  page('GET', `${schemesPath}/new`, { action: edit, handle: (call) => schemeFormPage(call, null) }),
  page('POST', schemesPath, { action: edit, handle: takeScheme }),
  page<SchemeRow>('GET', `${schemesPath}/:id`, {
    action: open,
    load: loadScheme,
    handle: schemePage,
  }),
  page('GET', `${scalesPath}/new`, { action: edit, handle: (call) => scaleFormPage(call, {}) }),
  page('POST', scalesPath, { action: edit, handle: takeScale }),
  page<ScaleRow>('GET', `${scalesPath}/:id`, { action: open, load: loadScale, handle: scalePage }),
  page('GET', correspondencesPath, {
    action: open,
    handle: (call) => correspondencesPage(call, null),
  }),
  page('POST', correspondencesPath, { action: edit, handle: takeCorrespondence }),
  page<CorrespondenceRow>('POST', `${correspondencesPath}/:id/removal`, {
    action: edit,
    load: loadCorrespondence,
    async handle(call) {
      const result = await call.perform((work) => removeCorrespondence(work, call.object.id))
      if (isRefused(result)) return call.redirect(correspondencesPath, result.message)
      const { host, home } = call.object
      return call.redirect(correspondencesPath, m('correspondence.flash.removed', { host, home }))
    },
  }),
]

function answer(html: string, refusal: Refusal | null): Answer {
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function schemesPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const own = await institutionsFor(call, 'recognition.scale.list')
  const uses = await usesOfOwn(call.work)
  const html = renderPage(
    SchemesPage({
      call,
      institutions: own.map(({ value, label }) => ({
        id: value,
        name: label,
        uses: uses.filter((use) => use.organisation_id === value),
      })),
      schemes: byName(await listSchemes(call.work), call),
      scales: byName(await listScales(call.work), call),
      edits: own.filter(({ value }) => call.may(edit, { organisation_id: value })),
      values: typedValues(call),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return answer(html, refusal)
}

async function chooseScheme(call: Call): Promise<Answer> {
  const form = call.read(useForm)
  if (isRefused(form)) return schemesPage(call, form)
  const { organisation: organisationId, scheme, scale, intakeFrom, intakeTo } = form
  const input = { organisationId, scheme, scale, intakeFrom, intakeTo }
  const result = await call.perform((work) => setInstitutionScheme(work, input))
  if (isRefused(result)) return schemesPage(call, asForm(result))
  const from = formatYear(intakeFrom, call.language)
  return call.redirect(schemesPath, m('scheme.flash.set', { from }))
}

/** An institution that is not the reader's is a choice on the form to correct, not an address that leads nowhere. */
function asForm(refusal: Refusal): Refusal {
  if (refusal.status !== 404) return refusal
  const fields = { organisation: m('scale.fault.institution') }
  return refuse(422, m('scheme.refusal.check'), fields)
}

async function schemePage(call: Call<SchemeRow>): Promise<Answer> {
  const uses = await usesOf(call.work, 'u.credit_scheme_id', call.object.id)
  const mayEdit = call.may(edit)
  return answer(renderPage(SchemePage({ call, scheme: call.object, uses, mayEdit })), null)
}

async function schemeFormPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const copied = await schemeById(call.work, call.query.get('from') ?? '')
  const html = renderPage(
    SchemeFormPage({
      call,
      organisations: await institutionsFor(call, edit),
      values: { ...(copied ? schemeValues(copied.definition) : {}), ...typedValues(call) },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return answer(html, refusal)
}

async function takeScheme(call: Call): Promise<Answer> {
  const form = call.read(schemeForm)
  if (isRefused(form)) return schemeFormPage(call, form)
  const result = await call.perform((work) => enterScheme(work, schemeOf(form)))
  if (isRefused(result)) return schemeFormPage(call, asForm(result))
  return call.redirect(`${schemesPath}/${result.schemeId}`, m('scheme.flash.entered'))
}

async function scalePage(call: Call<ScaleRow>): Promise<Answer> {
  const uses = await usesOf(call.work, 'u.grade_scale_id', call.object.id)
  const mayEdit = call.may(edit)
  return answer(renderPage(ScalePage({ call, scale: call.object, uses, mayEdit })), null)
}

async function scaleFormPage(
  call: Call,
  after: { refusal?: Refusal; preview?: ScaleFormPageProps['preview'] },
): Promise<Answer> {
  const { refusal = null, preview = null } = after
  const copied = await scaleById(call.work, call.query.get('from') ?? '')
  const initial = copied
    ? scaleValues(copied.definition, call)
    : { kind: 'steps', better: 'higher' }
  const html = renderPage(
    ScaleFormPage({
      call,
      organisations: await institutionsFor(call, edit),
      values: { ...initial, ...typedValues(call) },
      refusal: refusal && shown(call, refusal),
      preview,
    }),
  )
  return answer(html, refusal)
}

async function takeScale(call: Call): Promise<Answer> {
  const form = call.read(scaleForm)
  if (isRefused(form)) return scaleFormPage(call, { refusal: form })
  const { draft, rows } = readScale(form, call.t)
  if (rows.some((row) => row.remarks.length > 0)) {
    const fields = { rows: m('scale.fault.rows') }
    const refusal = refuse(422, m('scale.refusal.check'), fields)
    return scaleFormPage(call, { refusal, preview: { rows } })
  }
  if (form.next === 'preview' && scaleFaults(draft).length === 0) {
    return scaleFormPage(call, { preview: { scale: scaleFrom(draft, 'preview') } })
  }
  const result = await call.perform((work) => enterScale(work, draft))
  if (isRefused(result)) return scaleFormPage(call, { refusal: asForm(result), preview: { rows } })
  return call.redirect(`${scalesPath}/${result.scaleId}`, m('scale.flash.entered'))
}

async function correspondencesPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const own = await institutionsFor(call, 'recognition.scale.list')
  const ids = own.map((each) => each.value)
  const edits = own.filter(({ value }) => call.may(edit, { organisation_id: value }))
  const scales = await listScales(call.work)
  const atHome = scales.filter(
    (row) =>
      row.organisation_id === null || edits.some(({ value }) => value === row.organisation_id),
  )
  const html = renderPage(
    CorrespondencesPage({
      call,
      correspondences: await listCorrespondences(call.work, ids),
      organisations: edits,
      hostScales: scaleOptions(call, scales),
      homeScales: scaleOptions(call, atHome),
      values: typedValues(call),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return answer(html, refusal)
}

async function takeCorrespondence(call: Call): Promise<Answer> {
  const form = call.read(correspondenceForm)
  if (isRefused(form)) return correspondencesPage(call, form)
  const result = await call.perform((work) =>
    setCorrespondence(work, {
      organisationId: form.organisation,
      hostScaleId: form.hostScale,
      homeScaleId: form.homeScale,
      host: form.host,
      home: form.home,
      source: sourcesOf(form.source)?.[0] ?? null,
    }),
  )
  if (isRefused(result)) return correspondencesPage(call, asForm(result))
  return call.redirect(correspondencesPath, m('correspondence.flash.set', result))
}
