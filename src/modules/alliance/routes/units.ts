import { show } from '#ui'
import { page, type Call, type Route } from '#kernel/http'
import type { Work } from '#kernel/database'
import type { UnitInput } from '../inputs.ts'
import { m } from '../messages/index.ts'
import { localValues } from '../pages/forms.tsx'
import type { FormState } from '../pages/scene.tsx'
import { UnitPage } from '../pages/unit.tsx'
import { type OrganisationFacts, unitsOf } from '../queries/organisations.ts'
import { undoUnitImport } from '../service/import-units.ts'
import { changeUnit } from '../service/change-unit.ts'
import { officeOf, unitsPage } from './office.ts'
import { blank, inputOf, loadOrganisation, sceneOf, submit } from './web.ts'

type Unit = Awaited<ReturnType<typeof unitsOf>>[number]
type UnitFacts = OrganisationFacts & { unit: Unit; units: Unit[] }

const change = { action: 'alliance.unit.change', load: loadUnit }
const path = '/organisations/:id/units/:unit'

/** The page on which an office changes one of its units, and the way back from a list that it brought in. */
export const unitRoutes: readonly Route[] = [
  page<OrganisationFacts>('POST', '/organisations/:id/units/import/undo', {
    action: 'alliance.unit.change',
    load: loadOrganisation,
    handle: (call) =>
      submit(
        call,
        (work) => undoUnitImport(work, call.object.id, call.form.values['import']?.[0] ?? ''),
        (form) => unitsPage(call, form),
        () => call.redirect(`/organisations/${call.object.id}/units`, m('unit.undone')),
      ),
  }),
  page<UnitFacts>('GET', path, {
    ...change,
    handle: async (call) => show(one(call, blank(valuesOf(call.object.unit)))),
  }),
  page<UnitFacts>('POST', path, {
    ...change,
    handle: (call) =>
      submit(
        call,
        (work) =>
          changeUnit(work, call.object.id, call.object.unit.id, inputOf(call.form) as UnitInput),
        async (form) => one(call, form),
        () => call.redirect(`/organisations/${call.object.id}/units`, m('done.saved')),
      ),
  }),
]

async function loadUnit(work: Work, params: Record<string, string>): Promise<UnitFacts | null> {
  const organisation = await loadOrganisation(work, params)
  if (!organisation) return null
  const units = await unitsOf(work, organisation.id)
  const unit = units.find((each) => each.id === params['unit'])
  return unit ? { ...organisation, unit, units } : null
}

function one(call: Call<UnitFacts>, form: FormState) {
  const { unit, units, timeZone } = call.object
  return UnitPage({ scene: sceneOf(call, timeZone), office: officeOf(call), unit, units, form })
}

function valuesOf({ names, code, kind, parent_id }: Unit) {
  return { ...localValues('names', names), code: [code], kind: [kind], parentId: [parent_id] }
}
