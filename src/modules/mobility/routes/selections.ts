import { show } from '#ui'
import { z } from 'zod'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import {
  type Answer,
  type Call,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { inEvery } from '#kernel/messages'
import {
  isAcademicYearId,
  isUuid,
  normaliseDigits,
  parseDate,
  shiftAcademicYear,
} from '#kernel/values'
import { m } from '../messages/index.ts'
import { SelectionPage } from '../pages/selection.tsx'
import { NewSelectionPage, SelectionsPage, selectionsPath } from '../pages/selections.tsx'
import { nameOf, todayOf } from '../pages/words.tsx'
import { institutions, programmeYearsOf, runningYearAt } from '../queries/choices.ts'
import {
  applicantsOf,
  placesToGive,
  type Selection,
  selectionById,
  selectionsOf,
} from '../queries/selections.ts'
import {
  nominateFromSelection,
  nominateSelected,
  openSelection,
  type SelectionRun,
} from '../service/selection.ts'
import { optionsOf, shown } from './parts.ts'

type SelectionCall = Call<Selection>

const action = 'mobility.nomination.open'
const one = {
  action: 'mobility.selection.read',
  load: (work: Work, params: Record<string, string>) =>
    selectionById(work, params['selection'] ?? ''),
}

/** Selections: opened as calls for places of agreements, and their acceptances nominated. */
export const selectionRoutes: readonly Route[] = [
  page('GET', selectionsPath, { action, handle: listPage }),
  page('GET', `${selectionsPath}/new`, { action, handle: (call) => newPage(call, null) }),
  page('POST', `${selectionsPath}/new`, { action, handle: open }),
  page<Selection>('GET', `${selectionsPath}/:selection`, {
    ...one,
    handle: (call) => selectionPage(call, null, null),
  }),
  page<Selection>('POST', `${selectionsPath}/:selection/nominations`, {
    ...one,
    perMinute: 60,
    handle: nominations,
  }),
]

async function ownOf(call: Call) {
  return (await institutions(call.work)).filter(({ isOwn }) => isOwn)
}

async function listPage(call: Call): Promise<Answer> {
  const own = (await ownOf(call)).map(({ id }) => id)
  call.shows([])
  return show(SelectionsPage({ call, selections: await selectionsOf(call.work, own) }))
}

/** The institution and the year that the address or the form names; else the first, and the next year. */
async function placeOf(call: Call) {
  const given = (name: string) => valueOf(call, name) || (call.query.get(name) ?? '')
  const own = await ownOf(call)
  const organisationId = own.find(({ id }) => id === given('organisation'))?.id ?? own[0]?.id ?? ''
  const asked = given('year')
  const now = await runningYearAt(call.work, organisationId || undefined, todayOf(call))
  return { own, organisationId, year: isAcademicYearId(asked) ? asked : shiftAcademicYear(now, 1) }
}

async function newPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const { own, organisationId, year } = await placeOf(call)
  const years = await programmeYearsOf(call.work, [organisationId])
  call.shows([])
  return show(
    NewSelectionPage({
      call,
      form: refusal ? refusedForm(call, refusal) : freshForm(),
      organisations: optionsOf(call, own),
      organisationId,
      year,
      years: { before: shiftAcademicYear(year, -1), after: shiftAcademicYear(year, 1) },
      places: await placesToGive(call.work, { organisationId, year }),
      programmeYears: years.map(({ id, names, year: number }) => ({
        value: id,
        label: `${nameOf(names, call.language)} ${number}`,
      })),
    }),
    refusal,
  )
}

const newForm = z.object({
  title: z.string().trim().min(1).max(200),
  startsOn: z.string(),
  endsOn: z.string(),
  programmeYear: z.string().default(''),
})

async function open(call: Call): Promise<Answer> {
  const read = readSelection(call)
  if (isRefused(read)) return newPage(call, read)
  const { organisationId } = await placeOf(call)
  const { translator, node } = call.services
  const done = await call.perform((work) =>
    openSelection(work, {
      ...read,
      organisationId,
      inEvery: (message) => inEvery(translator, message),
      node,
    }),
  )
  if (isRefused(done)) return newPage(call, done)
  return call.redirect(`/calls/${done.callId}/edit`, m('selection.flash'))
}

function readSelection(call: Call) {
  const form = call.read(newForm)
  if (isRefused(form)) return form
  const startsOn = parseDate(form.startsOn)
  const endsOn = parseDate(form.endsOn)
  const faults: Record<string, ReturnType<typeof m>> = {}
  if (startsOn === null) faults['startsOn'] = m('bulk.no-date')
  if (endsOn === null) faults['endsOn'] = m('bulk.no-date')
  const places: { key: string; seats: number }[] = []
  for (const [name, [typed = '']] of Object.entries(call.form.values)) {
    const seats = normaliseDigits(typed.trim())
    if (!name.startsWith('seats-') || seats === '' || seats === '0') continue
    if (/^\d{1,3}$/.test(seats)) places.push({ key: name.slice(6), seats: Number(seats) })
    else faults[name] = m('selection.no-number')
  }
  const [first] = Object.values(faults)
  if (first || startsOn === null || endsOn === null) {
    return refuse(422, first ?? m('bulk.no-date'), faults)
  }
  const programmeYearId = isUuid(form.programmeYear) ? form.programmeYear : null
  return { title: form.title, startsOn, endsOn, places, programmeYearId }
}

async function selectionPage(
  call: SelectionCall,
  refusal: Refusal | null,
  run: SelectionRun | null,
): Promise<Answer> {
  const selection = call.object
  const applicants =
    run?.applicants ?? (selection.stage === 'told' ? await applicantsOf(call.work, selection) : [])
  call.shows(applicants.map(({ personId }) => personId))
  return show(
    SelectionPage({
      call,
      selection,
      applicants,
      preview: run?.results ?? null,
      refusal: shown(call, refusal),
    }),
    refusal,
  )
}

async function nominations(call: SelectionCall): Promise<Answer> {
  const input = { selectionId: call.object.id, node: call.services.node }
  if (valueOf(call, 'step') !== 'nominate') {
    const preview = await previewOf(call, input)
    return isRefused(preview)
      ? selectionPage(call, preview, null)
      : selectionPage(call, null, preview)
  }
  const done = await call.perform((work) => nominateFromSelection(work, input))
  if (isRefused(done)) return selectionPage(call, done, null)
  return call.redirect(`${selectionsPath}/${call.object.id}`, m('flash.list', done))
}

/** The nominations as they would come out: made, looked at, and undone, so that the preview knows every rule. */
async function previewOf(
  call: SelectionCall,
  input: { selectionId: string; node: string },
): Promise<SelectionRun | Refusal> {
  let seen: SelectionRun | null = null
  const refused = await call.perform(async (work) => {
    const run = await nominateSelected(work, input)
    if (isRefused(run)) return run
    seen = run
    return refuse(422, m('bulk.look'))
  })
  return seen ?? refused
}
