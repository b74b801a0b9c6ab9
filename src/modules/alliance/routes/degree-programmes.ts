import { show } from '#ui'
import { page, type Call, type Route } from '#kernel/http'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { Fraction } from '#kernel/values'
import type { DegreeProgrammeInput } from '../inputs.ts'
import { m } from '../messages/index.ts'
import { localValues } from '../pages/forms.tsx'
import { DegreeProgrammePage, DegreeProgrammesPage } from '../pages/degree-programmes.tsx'
import type { FormState } from '../pages/scene.tsx'
import { degreeProgrammesOf, unitsOf } from '../queries/organisations.ts'
import {
  addDegreeProgramme,
  changeDegreeProgramme,
  closeDegreeProgrammes,
  reopenDegreeProgrammes,
} from '../service/degree-programmes.ts'
import { officeOf } from './office.ts'
import { blank, inputOf, loadOrganisation, sceneOf, submit } from './web.ts'
import type { OrganisationFacts } from '../queries/organisations.ts'

type DegreeProgramme = Awaited<ReturnType<typeof degreeProgrammesOf>>[number]
type ProgrammeFacts = OrganisationFacts & { programme: DegreeProgramme }
type OfficeCall = Call<OrganisationFacts>

const change = { action: 'alliance.degree-programme.change' }
const path = '/organisations/:id/degree-programmes'

/** The pages on which a school keeps its degree programmes. */
export const degreeProgrammeRoutes: readonly Route[] = [
  page<OrganisationFacts>('GET', path, {
    action: 'alliance.own-organisation.read',
    load: loadOrganisation,
    handle: async (call) => show(await list(call, blank())),
  }),
  page<OrganisationFacts>('POST', path, {
    ...change,
    load: loadOrganisation,
    handle: (call) =>
      submit(
        call,
        (work) => addDegreeProgramme(work, call.services.node, call.object.id, typed(call)),
        (form) => list(call, form),
        () => back(call, m('done.saved')),
      ),
  }),
  page<OrganisationFacts>('POST', `${path}/closures`, {
    ...change,
    load: loadOrganisation,
    handle: (call) =>
      submit(
        call,
        (work) => openOrClose(work, call),
        (form) => list(call, form),
        (done) => back(call, done),
      ),
  }),
  page<ProgrammeFacts>('GET', `${path}/:programme`, {
    ...change,
    load: loadProgramme,
    handle: async (call) => show(await one(call, blank(valuesOf(call.object.programme)))),
  }),
  page<ProgrammeFacts>('POST', `${path}/:programme/details`, {
    ...change,
    load: loadProgramme,
    handle: (call) =>
      submit(
        call,
        (work) =>
          changeDegreeProgramme(work, call.object.id, call.object.programme.id, typed(call)),
        (form) => one(call, form),
        () => back(call, m('done.saved')),
      ),
  }),
]

async function loadProgramme(
  work: Work,
  params: Record<string, string>,
): Promise<ProgrammeFacts | null> {
  const organisation = await loadOrganisation(work, params)
  if (!organisation) return null
  const all = await degreeProgrammesOf(work, organisation.id)
  const programme = all.find((each) => each.id === params['programme'])
  return programme ? { ...organisation, programme } : null
}

async function openOrClose(work: Work, call: OfficeCall): Promise<Message | Refusal> {
  const keys = call.form.values['keys[]'] ?? []
  const reopens = call.form.values['act']?.[0] === 'reopen'
  const verb = reopens ? reopenDegreeProgrammes : closeDegreeProgrammes
  const done = await verb(work, call.object.id, keys)
  if (isRefused(done)) return done
  const said = reopens ? 'done.degree-programmes-reopened' : 'done.degree-programmes-closed'
  return m(said, { count: done.changed })
}

async function list(call: OfficeCall, form: FormState) {
  return DegreeProgrammesPage({
    scene: sceneOf(call, call.object.timeZone),
    office: officeOf(call),
    programmes: await degreeProgrammesOf(call.work, call.object.id),
    units: await unitsOf(call.work, call.object.id),
    form,
  })
}

async function one(call: Call<ProgrammeFacts>, form: FormState) {
  return DegreeProgrammePage({
    scene: sceneOf(call, call.object.timeZone),
    office: officeOf(call),
    programme: call.object.programme,
    units: await unitsOf(call.work, call.object.id),
    form,
  })
}

function typed(call: OfficeCall): DegreeProgrammeInput {
  return inputOf(call.form) as DegreeProgrammeInput
}

function back(call: OfficeCall, said: Message) {
  return call.redirect(`/organisations/${call.object.id}/degree-programmes`, said)
}

function valuesOf(programme: DegreeProgramme) {
  return {
    ...localValues('names', programme.names),
    code: [programme.code],
    level: [programme.level],
    unitId: [programme.unit_id],
    totalCredit: [Fraction.parse(programme.total_credit)?.toDecimal() ?? programme.total_credit],
    creditScheme: [programme.credit_scheme],
    iscedF: [programme.isced_f],
  }
}
