import { show } from '#ui'
import { page, type Call, type Route } from '#kernel/http'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { isUuid, moneyToDecimal } from '#kernel/values'
import type {
  InitiativeInput,
  OrganisationInput,
  OutputInput,
  ParticipantInput,
  ProgrammeInput,
  ProgrammeYearInput,
} from '../inputs.ts'
import { m } from '../messages/index.ts'
import { CohortYearPage } from '../pages/cohort.tsx'
import {
  InitiativeFormPage,
  localValues,
  OrganisationFormPage,
  OrganisationsPage,
  ProgrammeFormPage,
  ProgrammeYearFormPage,
} from '../pages/forms.tsx'
import { InitiativePublicPage } from '../pages/initiatives.tsx'
import type { FormState } from '../pages/scene.tsx'
import { initiativePage, type InitiativePage } from '../queries/initiatives.ts'
import { listOrganisations, organisationOptions } from '../queries/organisations.ts'
import {
  cohortPage,
  programmePage,
  type ProgrammePage,
  type YearFacts,
  yearFacts,
} from '../queries/programmes.ts'
import { cohortStates } from '../schema.ts'
import { addParticipant, recordSteps, setCohortStates } from '../service/cohorts.ts'
import {
  addOutput,
  changeInitiative,
  changeOutput,
  createInitiative,
  removeOutput,
  restoreOutput,
} from '../service/initiatives.ts'
import { createOrganisation } from '../service/organisations.ts'
import { changeProgramme, createProgramme, setProgrammeYear } from '../service/programmes.ts'
import { faulty } from '../service/refusals.ts'
import { blank, inputOf, sceneOf, submit } from './web.ts'

type ProgrammeFacts = Record<string, unknown> & { id: string; programme: ProgrammePage }
type InitiativeFacts = Record<string, unknown> & { id: string; initiative: InitiativePage }

const onProgramme = { action: 'alliance.programme.change', load: loadProgramme }
const onInitiative = { action: 'alliance.initiative.change', load: loadInitiative }
const onCohort = { action: 'alliance.cohort.change', load: loadYear }

/** Empty rows for further steps under those that stand. */
const spareSteps = 3

/** The pages of the secretariat: organisations, programmes and initiatives are its data, not the program's. */
export const secretariatRoutes: readonly Route[] = [
  page('GET', '/organisations', {
    action: 'alliance.organisation.create',
    handle: async (call) =>
      show(
        OrganisationsPage({
          scene: sceneOf(call),
          organisations: await listOrganisations(call.work),
        }),
      ),
  }),
  page('GET', '/organisations/new', {
    action: 'alliance.organisation.create',
    handle: async (call) => show(organisationForm(call, blank())),
  }),
  page('POST', '/organisations', {
    action: 'alliance.organisation.create',
    handle: (call) =>
      submit(
        call,
        (work) =>
          createOrganisation(work, call.services.node, inputOf(call.form) as OrganisationInput),
        async (form) => organisationForm(call, form),
        ({ id }) => call.redirect(`/organisations/${id}`, m('done.saved')),
      ),
  }),

  page('GET', '/programmes/new', {
    action: 'alliance.programme.change',
    handle: async (call) => show(await programmeForm(call, blank(), null)),
  }),
  page('POST', '/programmes', {
    action: 'alliance.programme.change',
    handle: (call) =>
      submit(
        call,
        (work) => createProgramme(work, call.services.node, inputOf(call.form) as ProgrammeInput),
        (form) => programmeForm(call, form, null),
        ({ id }) => call.redirect(`/programmes/${id}`, m('done.saved')),
      ),
  }),
  page<ProgrammeFacts>('GET', '/programmes/:id/details', {
    ...onProgramme,
    handle: async (call) =>
      show(
        await programmeForm(
          call,
          blank(programmeValues(call.object.programme)),
          call.object.programme,
        ),
      ),
  }),
  page<ProgrammeFacts>('POST', '/programmes/:id/details', {
    ...onProgramme,
    handle: (call) =>
      submit(
        call,
        (work) => changeProgramme(work, call.object.id, inputOf(call.form) as ProgrammeInput),
        (form) => programmeForm(call, form, call.object.programme),
        () => call.redirect(`/programmes/${call.object.id}`, m('done.saved')),
      ),
  }),
  page<ProgrammeFacts>('GET', '/programmes/:id/years/new', {
    ...onProgramme,
    handle: async (call) => show(yearForm(call, blank())),
  }),
  page<ProgrammeFacts>('POST', '/programmes/:id/years', {
    ...onProgramme,
    handle: (call) =>
      submit(
        call,
        (work) => setProgrammeYear(work, call.object.id, inputOf(call.form) as ProgrammeYearInput),
        async (form) => yearForm(call, form),
        ({ id }) => call.redirect(`/programmes/${call.object.id}/years/${id}`, m('done.saved')),
      ),
  }),

  page<YearFacts>('GET', '/programmes/:id/years/:year', {
    action: 'alliance.cohort.read',
    load: loadYearForReader,
    handle: async (call) => show(await cohort(call, blank({ joinedOn: [sceneOf(call).today] }))),
  }),
  page<YearFacts>('POST', '/programmes/:id/years/:year/participants', {
    ...onCohort,
    handle: (call) =>
      submit(
        call,
        (work) => markParticipants(work, call),
        (form) => cohort(call, form),
        ({ changed }) =>
          call.redirect(yearPath(call), m('done.participants-changed', { count: changed })),
      ),
  }),
  page<YearFacts>('POST', '/programmes/:id/years/:year/participants/new', {
    ...onCohort,
    handle: (call) =>
      submit(
        call,
        (work) => addParticipant(work, call.object.year_id, inputOf(call.form) as ParticipantInput),
        (form) => cohort(call, form),
        () => call.redirect(yearPath(call), m('done.joined', { count: 1 })),
      ),
  }),
  page<YearFacts>('POST', '/programmes/:id/years/:year/steps', {
    ...onCohort,
    handle: (call) =>
      submit(
        call,
        (work) => recordForAll(work, call),
        (form) => cohort(call, form),
        (count) => call.redirect(yearPath(call), m('done.steps-recorded', { count })),
      ),
  }),

  page('GET', '/initiatives/new', {
    action: 'alliance.initiative.change',
    handle: async (call) => show(await initiativeForm(call, blank({ state: ['planned'] }), null)),
  }),
  page('POST', '/initiatives', {
    action: 'alliance.initiative.change',
    handle: (call) =>
      submit(
        call,
        (work) => createInitiative(work, call.services.node, inputOf(call.form) as InitiativeInput),
        (form) => initiativeForm(call, form, null),
        ({ id }) => call.redirect(`/initiatives/${id}`, m('done.saved')),
      ),
  }),
  page<InitiativeFacts>('GET', '/initiatives/:id/details', {
    ...onInitiative,
    handle: async (call) =>
      show(
        await initiativeForm(
          call,
          blank(initiativeValues(call.object.initiative)),
          call.object.initiative,
        ),
      ),
  }),
  page<InitiativeFacts>('POST', '/initiatives/:id/details', {
    ...onInitiative,
    handle: (call) =>
      submit(
        call,
        (work) => changeInitiative(work, call.object.id, inputOf(call.form) as InitiativeInput),
        (form) => initiativeForm(call, form, call.object.initiative),
        () => call.redirect(`/initiatives/${call.object.id}`, m('done.saved')),
      ),
  }),
  page<InitiativeFacts>('POST', '/initiatives/:id/outputs', {
    ...onInitiative,
    handle: (call) =>
      submit(
        call,
        (work) => {
          const { output, ...input } = inputOf(call.form) as OutputInput & { output?: string }
          return output
            ? changeOutput(work, call.object.id, output, input)
            : addOutput(work, call.object.id, input)
        },
        async (form) => withOutputs(call, form),
        () => call.redirect(`/initiatives/${call.object.id}`, m('done.saved')),
      ),
  }),
  page<InitiativeFacts>('POST', '/initiatives/:id/outputs/removals', {
    ...onInitiative,
    handle: (call) => {
      const [output, act] = ['output', 'act'].map((name) => call.form.values[name]?.[0] ?? '')
      const path = `/initiatives/${call.object.id}`
      return submit(
        call,
        async (work) => {
          if (!output) return faulty('output', 'fault.nothing-chosen')
          return act === 'restore'
            ? restoreOutput(work, call.object.id, output)
            : removeOutput(work, call.object.id, output)
        },
        async () => withOutputs(call, blank()),
        ({ id }) =>
          act === 'restore'
            ? call.redirect(path, m('done.saved'))
            : call.redirect(`${path}?removed=${id}`),
      )
    },
  }),
]

/** Loads the year of an address; the year must be of that programme. */
export async function loadYear(
  work: Work,
  params: Record<string, string>,
): Promise<YearFacts | null> {
  if (!isUuid(params['id']) || !isUuid(params['year'])) return null
  return yearFacts(work, params['id'], params['year'])
}

/** An office reads the cohort by the right it has over its own people: the rows that it sees are scoped to them. */
export async function loadYearForReader(
  work: Work,
  params: Record<string, string>,
): Promise<YearFacts | null> {
  const year = await loadYear(work, params)
  if (!year || work.actor.kind !== 'person') return year
  const own = work.actor.grants.find(
    ({ organisationId }) =>
      organisationId !== null &&
      work.may('alliance.cohort.read', { organisation_id: organisationId }),
  )
  return { ...year, organisation_id: own?.organisationId ?? null, person_id: work.actor.personId }
}

/** Loads the programme of an address. */
export async function loadProgramme(work: Work, { id }: Record<string, string>) {
  const programme = isUuid(id) ? await programmePage(work, id) : null
  return programme && { id: programme.id, programme }
}

async function loadInitiative(work: Work, { id }: Record<string, string>) {
  const initiative = isUuid(id) ? await initiativePage(work, id) : null
  return initiative && { id: initiative.id, initiative }
}

function withOutputs(call: Call<InitiativeFacts>, form: FormState) {
  return InitiativePublicPage({
    scene: sceneOf(call),
    initiative: call.object.initiative,
    form,
    mayChange: true,
    changing: form.values['output']?.[0] || null,
  })
}

async function markParticipants(work: Work, call: Call<YearFacts>) {
  const ids = (call.form.values['keys[]'] ?? []).filter(isUuid)
  const state = cohortStates.find((each) => each === call.form.values['state']?.[0])
  if (!state) return faulty('state', 'fault.nothing-chosen')
  return setCohortStates(work, call.object.year_id, ids, state)
}

async function recordForAll(work: Work, call: Call<YearFacts>): Promise<number | Refusal> {
  const {
    keys = [],
    kind,
    on,
  } = inputOf(call.form) as Record<'kind' | 'on', string | undefined> & {
    keys?: string[]
  }
  const ids = keys.filter(isUuid)
  if (ids.length === 0) return faulty('keys', 'fault.nothing-chosen')
  if (kind === undefined) return faulty('kind', 'fault.unknown-step')
  if (on !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(on)) return faulty('on', 'fault.not-a-date')
  const step = { kind, on: on ?? null, source: 'office' as const }
  for (const id of ids) {
    const done = await recordSteps(work, id, [step])
    if (isRefused(done)) return done
  }
  return ids.length
}

async function cohort(call: Call<YearFacts>, form: FormState) {
  const mayChange = call.may('alliance.cohort.change', { id: call.object.programme_id })
  const year = (await cohortPage(call.work, call.object.year_id))!
  call.shows(year.members.map(({ personId }) => personId))
  return CohortYearPage({
    scene: sceneOf(call),
    cohort: year,
    form,
    mayChange,
    organisations: mayChange ? await organisationOptions(call.work) : [],
  })
}

function organisationForm(call: Call, form: FormState) {
  return OrganisationFormPage({ scene: sceneOf(call), form, current: null })
}

async function programmeForm(call: Call, form: FormState, current: ProgrammePage | null) {
  return ProgrammeFormPage({
    scene: sceneOf(call),
    form,
    current,
    organisations: await organisationOptions(call.work),
    steps: (current?.steps.length ?? 0) + spareSteps,
  })
}

function yearForm(call: Call<ProgrammeFacts>, form: FormState) {
  return ProgrammeYearFormPage({ scene: sceneOf(call), form, current: call.object.programme })
}

async function initiativeForm(call: Call, form: FormState, current: InitiativePage | null) {
  return InitiativeFormPage({
    scene: sceneOf(call),
    form,
    current,
    organisations: await organisationOptions(call.work),
  })
}

function yearPath(call: Call<YearFacts>): string {
  return `/programmes/${call.object.programme_id}/years/${call.object.year_id}`
}

function programmeValues(programme: ProgrammePage) {
  const steps = programme.steps.flatMap((step, index) =>
    Object.entries({
      ...localValues(`steps.${index}.names`, step.names),
      [`steps.${index}.kind`]: [step.kind],
      [`steps.${index}.required`]: step.required ? ['yes'] : [],
    }),
  )
  return {
    ...localValues('names', programme.names),
    ...localValues('summary', programme.summary),
    ...Object.fromEntries(steps),
    code: [programme.code],
    leadOrganisationId: [programme.lead.id],
    'partnerIds[]': programme.partners.map((partner) => partner.id),
    startsOn: [programme.startsOn],
    endsOn: [programme.endsOn],
    requiredSteps: [programme.completion.requiredSteps?.toString() ?? null],
    credit: [programme.completion.credit ?? null],
    creditScheme: [programme.completion.creditScheme ?? null],
  }
}

function initiativeValues(initiative: InitiativePage) {
  return {
    ...localValues('names', initiative.names),
    ...localValues('summary', initiative.summary),
    kind: [initiative.kind],
    leadOrganisationId: [initiative.lead.id],
    'partnerIds[]': initiative.partnerList.map((partner) => partner.id),
    startsOn: [initiative.startsOn],
    endsOn: [initiative.endsOn],
    budget: [initiative.budget && moneyToDecimal(initiative.budget)],
    currency: [initiative.budget?.currency ?? null],
    state: [initiative.state],
  }
}
