import { z } from 'zod'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { dateInZone, Fraction } from '#kernel/values'
import { renderPage } from '#ui'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { EquivalenceFormPage } from '../pages/equivalence-form.tsx'
import { courseByCode } from '../queries/courses.ts'
import {
  degreeProgrammesOf,
  equivalenceById,
  type EquivalenceRow,
  homeText,
  hostText,
} from '../queries/equivalences.ts'
import { approximately, organisationNames } from '../queries/suggestion-models.ts'
import {
  type JudgeEquivalence,
  type JudgePackage,
  mostCoursesInSet,
} from '../service/equivalence-input.ts'
import { judgeEquivalence } from '../service/equivalences.ts'
import { suggestHomeCourses } from '../service/suggest-courses.ts'
import { judgementOf, reviseEquivalence } from '../service/revise-equivalences.ts'
import { shown } from './shown-refusal.ts'
import { homesOf, hostOptions, named } from './equivalence-choices.ts'
import {
  choiceField,
  chosenCode,
  dayField,
  exactField,
  positiveField,
  requiredDayField,
  shareField,
} from './fields.ts'

const path = '/recognition/equivalences'
const load = (work: Work, params: Record<string, string>) =>
  equivalenceById(work, params['id'] ?? '')

/** The pages on which an equivalence is judged, and changed. */
export const equivalenceFormRoutes: readonly Route[] = [
  page('GET', `${path}/new`, {
    action: 'recognition.equivalence.open',
    handle: (call) => newPage(call, {}, null),
  }),
  page('POST', path, { action: 'recognition.equivalence.open', handle: judge }),
  page<EquivalenceRow>('GET', `${path}/:id/revision`, {
    action: 'recognition.equivalence.edit',
    load,
    async handle(call) {
      if (call.object.withdrawnAt) return call.redirect(`${path}/${call.object.id}`)
      return editPage(call, valuesOf(call.object), null)
    },
  }),
  page<EquivalenceRow>('POST', `${path}/:id/revision`, {
    action: 'recognition.equivalence.edit',
    load,
    handle: revise,
  }),
]

/** The places of a side that hold something, and some more, up to the limit. */
function placesOf(values: Readonly<Record<string, string>>, side: 'host' | 'home'): number {
  const more = values['more'] === side ? 3 : 0
  const filled = Array.from({ length: mostCoursesInSet }, (_, place) => place).filter((place) =>
    chosenCode({ ...values }, `${side}Course.${place}`),
  )
  const last = (filled.at(-1) ?? -1) + 1
  const before = Number(values[`${side}Places`] ?? 0) || 0
  return Math.min(Math.max(last + 1, 2, before) + more, mostCoursesInSet)
}

async function newPage(
  call: Call,
  typed: Record<string, string>,
  refusal: Refusal | null,
): Promise<Answer> {
  const homes = await homesOf(call, 'recognition.equivalence.edit')
  const given = (name: string) => typed[name] ?? call.query.get(name) ?? ''
  const chosen = homes.some((each) => each.value === given('home')) ? given('home') : ''
  const home = chosen || (homes.length === 1 ? homes[0]!.value : '')
  const hosts = await hostOptions(call)
  const programmes = await degreeProgrammesOf(call.work, home === '' ? [] : [home])
  const values = {
    validFrom: dateInZone(call.now, 'Asia/Bangkok'),
    ...fromAddress(call),
    ...typed,
  }
  const html = renderPage(
    EquivalenceFormPage({
      call,
      homes,
      hosts: hosts.filter((each) => each.value !== home),
      programmes: programmes.map(({ id, names }) => named(id, names, call)),
      home,
      host: hosts.some((each) => each.value === given('host')) ? given('host') : '',
      values,
      places: { host: placesOf(values, 'host'), home: placesOf(values, 'home') },
      refusal: refusal && shownHere(call, refusal),
      suggested: await suggestedFor(call, given('host'), home),
      edited: null,
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** Suggestions for the host course of the address, with its titles where the host's catalogue has it. */
async function suggestedFor(call: Call, host: string, home: string) {
  const typed = call.query.get('hostCourse-text') ?? ''
  const code = plainText(
    call.query.get('hostCourse') || chosenCode({ 'hostCourse-text': typed }, 'hostCourse'),
  )
  if (code === '' || home === '' || host === '') return null
  const course = await courseByCode(call.work, host, code)
  const suggestions = await suggestHomeCourses(call.work, {
    homeOrganisationId: home,
    hosts: [
      {
        institution: host,
        code,
        titles: course?.titles ?? {},
        credit: approximately(course?.credit?.toString() ?? null),
      },
    ],
    most: 5,
  })
  return { names: (await organisationNames(call.work, [home])).get(home) ?? {}, suggestions }
}

/** Courses and a note that a link brings along: `?hostCourse=A&hostCourse=B&homeCourse=X`. */
function fromAddress({ query }: Call): Record<string, string> {
  const values: Record<string, string> = {}
  for (const side of ['hostCourse', 'homeCourse']) {
    const given = query.getAll(side).filter((code) => code !== '')
    const typed = chosenCode({ [`${side}-text`]: query.get(`${side}-text`) ?? '' }, side)
    const codes = given.length > 0 || typed === '' ? given : [typed]
    for (const [place, code] of codes.slice(0, mostCoursesInSet).entries()) {
      values[`${side}.${place}`] = code.slice(0, 60)
    }
  }
  const note = query.get('note')
  return note ? { ...values, note: note.slice(0, 2000) } : values
}

async function editPage(
  call: Call<EquivalenceRow>,
  values: Record<string, string>,
  refusal: Refusal | null,
): Promise<Answer> {
  const { object: found } = call
  const programmes = await degreeProgrammesOf(call.work, [found.home_organisation_id])
  const html = renderPage(
    EquivalenceFormPage({
      call,
      homes: [],
      hosts: [],
      programmes: programmes.map(({ id, names }) => named(id, names, call)),
      home: found.home_organisation_id,
      host: found.host_organisation_id,
      values,
      places: { host: placesOf(values, 'host'), home: placesOf(values, 'home') },
      refusal: refusal && shownHere(call, refusal),
      suggested: null,
      edited: { id: found.id, text: `${hostText(found)} → ${homeText(found)}` },
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** What is wrong with a side stands at its first place. */
function shownHere(call: Call, refusal: Refusal) {
  const { message, fields } = shown(call, refusal)
  const places = { hostCourse: 'hostCourse.0', homeCourse: 'homeCourse.0', block: 'blockCode' }
  const renamed = Object.entries(fields).map(([name, text]) => [
    places[name as keyof typeof places] ?? name,
    text,
  ])
  return { message, fields: Object.fromEntries(renamed) as Record<string, string> }
}

/** A stored equivalence as the form shows it. */
function valuesOf(row: EquivalenceRow): Record<string, string> {
  const { hostCourses, homeCourses, package: whole, ...rest } = judgementOf(row)
  const values: Record<string, string> = {
    contentShare: rest.contentShare?.toString() ?? '',
    programme: rest.degreeProgrammeId ?? '',
    validFrom: rest.validFrom,
    validTo: rest.validTo ?? '',
    note: rest.note,
  }
  const places = [
    ...hostCourses.flatMap((codes) =>
      codes.map((code, place) => ({ code, join: place === 0 ? 'and' : 'or' })),
    ),
    ...(whole?.further ?? []).map((code) => ({ code, join: 'also' })),
  ]
  for (const [place, { code, join }] of places.entries()) {
    values[`hostCourse.${place}`] = code
    values[`join.${place}`] = join
  }
  for (const [place, code] of homeCourses.entries()) values[`homeCourse.${place}`] = code
  if (!whole) return values
  return {
    ...values,
    package: '1',
    any: whole.any ? '1' : '',
    accept: whole.accept.toDecimal(6),
    blockCode: whole.block?.code ?? '',
    blockTitle: whole.block?.title ?? '',
    blockCredit: whole.block?.credit.toDecimal(6) ?? '',
  }
}

const judgementForm = z.object({
  host: z.string().default(''),
  home: z.string().default(''),
  programme: choiceField,
  contentShare: shareField,
  validFrom: requiredDayField,
  validTo: dayField,
  note: z.string().max(2000).default(''),
  accept: exactField,
  blockCode: z.string().trim().max(60).default(''),
  blockTitle: z.string().trim().max(300).default(''),
  blockCredit: positiveField,
})

function judgementFrom(
  typed: Record<string, string>,
  input: z.infer<typeof judgementForm>,
): JudgeEquivalence {
  const requirements: string[][] = []
  const further: string[] = []
  for (let place = 0; place < mostCoursesInSet; place += 1) {
    const code = chosenCode(typed, `hostCourse.${place}`)
    if (code === '') continue
    const join = typed[`join.${place}`]
    if (join === 'also') further.push(code)
    else if (join === 'or' && requirements.length > 0) requirements.at(-1)!.push(code)
    else requirements.push([code])
  }
  const homeCourses = Array.from({ length: mostCoursesInSet }, (_, place) =>
    chosenCode(typed, `homeCourse.${place}`),
  ).filter((code) => code !== '')
  const isPackage = typed['package'] === '1'
  return {
    homeOrganisationId: input.home,
    hostOrganisationId: input.host,
    // Outside a package there is no course that only counts: each is required.
    hostCourses: isPackage ? requirements : [...requirements, ...further.map((code) => [code])],
    homeCourses,
    package: isPackage ? packageFrom(typed, input, further, homeCourses) : null,
    degreeProgrammeId: input.programme,
    contentShare: input.contentShare,
    validFrom: input.validFrom,
    validTo: input.validTo,
    note: input.note,
  }
}

function packageFrom(
  typed: Record<string, string>,
  input: z.infer<typeof judgementForm>,
  further: readonly string[],
  homeCourses: readonly string[],
): JudgePackage {
  const { blockCode: code, blockTitle: title, blockCredit: credit } = input
  const named = code !== '' || title !== '' || credit !== null
  return {
    any: typed['any'] === '1',
    further,
    accept: input.accept ?? Fraction.zero,
    block:
      named || homeCourses.length === 0 ? { code, title, credit: credit ?? Fraction.zero } : null,
  }
}

async function judge(call: Call): Promise<Answer> {
  const typed = typedValues(call)
  if (typed['more']) return newPage(call, typed, null)
  const input = call.read(judgementForm)
  if (isRefused(input)) return newPage(call, typed, input)
  const result = await call.perform((work) => judgeEquivalence(work, judgementFrom(typed, input)))
  if (isRefused(result)) return newPage(call, typed, result)
  const made = await equivalenceById(call.work, result.equivalenceId)
  const codes = { host: made ? hostText(made) : '', home: made ? homeText(made) : '' }
  return call.redirect(`${path}/${result.equivalenceId}`, m('equivalence.flash.judged', codes))
}

async function revise(call: Call<EquivalenceRow>): Promise<Answer> {
  const typed = typedValues(call)
  if (typed['more']) return editPage(call, typed, null)
  const input = call.read(judgementForm)
  if (isRefused(input)) return editPage(call, typed, input)
  const judgement = judgementFrom(typed, input)
  const result = await call.perform((work) => reviseEquivalence(work, call.object.id, judgement))
  if (isRefused(result)) return editPage(call, typed, result)
  return {
    kind: 'redirect',
    to: call.href(`${path}/${result.equivalenceId}`, { revised: call.object.id }),
  }
}
