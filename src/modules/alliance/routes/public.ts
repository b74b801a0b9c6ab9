import { show } from '#ui'
import { page, type Call, type Route } from '#kernel/http'
import { countries, isUuid } from '#kernel/values'
import { localValues } from '../pages/forms.tsx'
import type { FormState } from '../pages/scene.tsx'
import { InitiativePublicPage, InitiativesPage } from '../pages/initiatives.tsx'
import { MembersPage } from '../pages/members.tsx'
import { OrganisationPublicPage } from '../pages/organisation.tsx'
import { ProgrammePublicPage, ProgrammesPage } from '../pages/programmes.tsx'
import {
  initiativeKinds,
  initiativePage,
  initiativesOf,
  listInitiatives,
  type InitiativePage,
} from '../queries/initiatives.ts'
import {
  listOrganisations,
  type OrganisationFilter,
  organisationPage,
  type OrganisationPage,
} from '../queries/organisations.ts'
import { listProgrammes, programmePage, type ProgrammePage } from '../queries/programmes.ts'
import { pastYearsImportOf } from '../service/undo-past-years.ts'
import { initiativeStates, sectors } from '../schema.ts'
import { blank, sceneOf } from './web.ts'

type PageOf<Content> = Record<string, unknown> & { content: Content }

/** What everybody may see of the alliance. */
export const publicRoutes: readonly Route[] = [
  page('GET', '/members', { action: 'alliance.organisation.read', handle: showMembers }),
  page<PageOf<OrganisationPage>>('GET', '/members/:id', {
    action: 'alliance.organisation.read',
    load: async (work, { id }) => facts(isUuid(id) ? await organisationPage(work, id) : null),
    handle: async (call) =>
      show(
        OrganisationPublicPage({
          scene: sceneOf(call),
          organisation: call.object.content,
          initiatives: await initiativesOf(call.work, call.object.content.id),
          mayManage: call.may('alliance.own-organisation.read', { id: call.object.content.id }),
        }),
      ),
  }),
  page('GET', '/programmes', {
    action: 'alliance.programme.read',
    handle: async (call) =>
      show(
        ProgrammesPage({
          scene: sceneOf(call),
          programmes: await listProgrammes(call.work),
          mayChange: call.may('alliance.programme.change'),
        }),
      ),
  }),
  page<PageOf<ProgrammePage>>('GET', '/programmes/:id', {
    action: 'alliance.programme.read',
    load: async (work, { id }) => facts(isUuid(id) ? await programmePage(work, id) : null),
    handle: async (call) => show(await programmeView(call, call.object.content, blank())),
  }),
  page('GET', '/initiatives', { action: 'alliance.initiative.read', handle: showInitiatives }),
  page<PageOf<InitiativePage>>('GET', '/initiatives/:id', {
    action: 'alliance.initiative.read',
    load: async (work, { id }) => facts(isUuid(id) ? await initiativePage(work, id) : null),
    handle: async (call) => show(initiativeView(call)),
  }),
]

/** The page of a programme; whoever brought past years in finds the way back from them. */
export async function programmeView(call: Call, programme: ProgrammePage, form: FormState) {
  const mayChange = call.may('alliance.programme.change', { id: programme.id })
  const imported = call.form.values['import']?.[0] ?? call.query.get('imported')
  return ProgrammePublicPage({
    scene: sceneOf(call),
    programme,
    mayChange,
    mayReadCohorts: call.may('alliance.cohort.read'),
    imported: mayChange ? await pastYearsImportOf(call.work, programme.id, imported) : null,
    form,
  })
}

/** The page of an initiative; whoever may change it finds the form with the output that the address names. */
function initiativeView(call: Call<PageOf<InitiativePage>>) {
  const initiative = call.object.content
  const output = initiative.outputList.find(({ id }) => id === call.query.get('output'))
  return InitiativePublicPage({
    scene: sceneOf(call),
    initiative,
    form: output
      ? blank({
          ...localValues('names', output.names),
          kind: [output.kind],
          url: [output.url],
          producedOn: [output.produced_on],
        })
      : blank(),
    mayChange: call.may('alliance.initiative.change', {}),
    changing: output?.id ?? null,
    removed: call.query.get('removed'),
  })
}

/** The filter of the members that an address says. */
export function membersFilter(call: Call): OrganisationFilter {
  return {
    sector: sectors.find((each) => each === call.query.get('sector')),
    country: countries.find((each) => each === call.query.get('country')),
    q: call.query.get('q')?.trim().slice(0, 100) || undefined,
    members: true,
  }
}

async function showMembers(call: Call) {
  const all = await listOrganisations(call.work, { members: true })
  const filter = membersFilter(call)
  const { sector, country, q } = filter
  const organisations = sector || country || q ? await listOrganisations(call.work, filter) : all
  return show(
    MembersPage({
      scene: sceneOf(call),
      organisations,
      countries: [...new Set(all.map((row) => row.country))],
      filter,
      mayCreate: call.may('alliance.organisation.create', {}),
    }),
  )
}

async function showInitiatives(call: Call) {
  const state = initiativeStates.find((each) => each === call.query.get('state'))
  const kinds = await initiativeKinds(call.work)
  const kind = kinds.find((each) => each === call.query.get('kind'))
  const typed = Number(call.query.get('year'))
  const year = Number.isInteger(typed) && typed >= 1990 && typed <= 2200 ? typed : undefined
  const thisYear = Number(sceneOf(call).today.slice(0, 4))
  return show(
    InitiativesPage({
      scene: sceneOf(call),
      initiatives: await listInitiatives(call.work, { state, kind, year }),
      kinds,
      years: [2, 1, 0, -1, -2].map((offset) => thisYear + offset),
      filter: { state, kind, year },
      mayChange: call.may('alliance.initiative.change', {}),
    }),
  )
}

function facts<Content>(content: Content | null): PageOf<Content> | null {
  return content === null ? null : { content }
}
