import { show } from '#ui'
import { isRefused, personOf, type Refusal } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  refusalWords,
  refusedForm,
  type Route,
  valueOf,
  sceneOf,
} from '#kernel/http'
import { isLanguage, type Language, languages } from '#kernel/values'
import { enrolledAt, listOrganisations, organisationNames } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { AuthorExhibitionPage, type WorkProps } from '../pages/author-exhibition.tsx'
import { AuthorTextsPage } from '../pages/author-texts.tsx'
import { OfficeExhibitionsPage } from '../pages/office-exhibitions.tsx'
import { plainText, type Visit } from '../pages/visit.ts'
import { draftOf, signedBy } from '../queries/drafts.ts'
import {
  exhibitionById,
  type ExhibitionRow,
  loadExhibition,
  workedOn,
} from '../queries/exhibitions.ts'
import { mentorsAt } from '../queries/mentors.ts'
import { removedParts } from '../queries/parts.ts'
import { countStates, publishingGates, withLines } from '../rules/texts.ts'
import {
  addOwner,
  changeSettings,
  leaveExhibition,
  makeExhibition,
} from '../service/exhibitions.ts'
import { type Conflict, nameOf, saveTexts, type SentText } from '../service/texts.ts'

const edit = { action: 'exhibitions.exhibition.edit', load: loadExhibition }
const look = { action: 'exhibitions.exhibition.preview', load: loadExhibition }
export type WorkCall = Call<ExhibitionRow>

/** The work on exhibitions: which there are, whose they are, and their words in five languages. */
export const authoringRoutes: readonly Route[] = [
  page('GET', '/exhibitions/office', {
    action: 'exhibitions.office.open',
    handle: (call) => showOffice(call, freshForm(), 200),
  }),
  page('POST', '/exhibitions/office', { action: 'exhibitions.office.open', handle: begin }),
  page<ExhibitionRow>('GET', '/exhibitions/:id/edit', {
    ...look,
    handle: (call) => showExhibition(call, freshForm(), 200),
  }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/settings', { ...edit, handle: saveSettings }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/owners', { ...edit, handle: takeInOwner }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/owners/leave', { ...edit, handle: leave }),
  page<ExhibitionRow>('GET', '/exhibitions/:id/texts', {
    ...look,
    handle: (call) => showTexts(call, { form: freshForm(), conflicts: [], typed: {}, status: 200 }),
  }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/texts', {
    ...edit,
    maxBytes: 4 * 1024 * 1024,
    handle: keepTexts,
  }),
]

/** What every page of the work is told: the exhibition as it stands now, after whatever was just refused. */
export async function workProps(
  given: WorkCall,
  form: FormState,
): Promise<WorkProps & { visit: Visit }> {
  const call = given as Call
  const exhibition = (await exhibitionById(call.work, given.object.id)) ?? given.object
  const draft = await draftOf(call.work, exhibition)
  call.shows([exhibition.author_id, exhibition.mentor_id].filter((each) => each !== null))
  const counts = Object.fromEntries(
    languages.map((each) => [each, countStates(draft.strings, each, exhibition.source_language)]),
  ) as WorkProps['counts']
  const scene = sceneOf(call)
  const { content, objects, media } = draft
  const base = `/exhibitions/${exhibition.id}/preview`
  const signed = await signedBy(call.work, content)
  const { origin } = call.services
  const { id } = exhibition
  const visit = { scene, origin, id, content, objects, media, signed, base, isPreview: true }
  return { scene, exhibition, draft, counts, form, visit }
}

async function showOffice(call: Call, form: FormState, status: number): Promise<Answer> {
  const self = personOf(call.actor)
  const grants = call.actor.kind === 'person' ? call.actor.grants : []
  const ids = [...new Set(grants.flatMap(({ organisationId }) => organisationId ?? []))]
  const own = ids.filter((id) => call.may('exhibitions.exhibition.list', { organisation_id: id }))
  const schools = self === null ? [] : await enrolledAt(call.work, self)
  const names = await organisationNames(call.work, [...own, ...schools])
  const option = (value: string) => ({
    value,
    label: plainText(sceneOf(call), names.get(value) ?? {}),
  })
  const shown = OfficeExhibitionsPage({
    scene: sceneOf(call),
    exhibitions: await workedOn(call.work),
    organisations: own.map(option),
    schools: schools.map(option),
    form,
  })
  return show(shown, status)
}

async function begin(call: Call): Promise<Answer> {
  const given = valueOf(call, 'language')
  const language = isLanguage(given) ? given : call.language
  const [, student, organisationId = ''] =
    /^(student )?(.*)$/.exec(valueOf(call, 'organisation')) ?? []
  const self = personOf(call.actor)
  const made = await call.perform((work) =>
    makeExhibition(work, {
      organisationId,
      titles: { [language]: valueOf(call, 'title') },
      sourceLanguage: language,
      node: call.services.node,
      authorId: student ? self : null,
    }),
  )
  if (isRefused(made)) return showOffice(call, refusedForm(call, made), made.status)
  return call.redirect(`/exhibitions/${made.exhibitionId}/edit`, m('office.begun'))
}

async function showExhibition(given: WorkCall, form: FormState, status: number): Promise<Answer> {
  const call = given as Call
  const props = await workProps(given, form)
  const { exhibition } = props
  const members = await listOrganisations(call.work, { members: true })
  const isOwner = (id: string) => exhibition.owners.some((owner) => owner.id === id)
  const mentors = exhibition.kind === 'student' ? await mentorsAt(call.work, exhibition) : []
  call.shows(mentors.map(({ value }) => value))
  const shown = AuthorExhibitionPage({
    ...props,
    institutions: members
      .filter(({ id }) => !isOwner(id))
      .map(({ id, names }) => ({ value: id, label: plainText(props.scene, names) })),
    mentors,
    removed: await removedParts(call.work, exhibition.id),
    ownIds: exhibition.owners
      .map(({ id }) => id)
      .filter((id) => call.may('exhibitions.exhibition.list', { organisation_id: id })),
  })
  return show(shown, status)
}

/** The page of the work again with what was refused above it. */
export function refusedWork(given: WorkCall, refusal: Refusal): Promise<Answer> {
  return showExhibition(given, refusedForm(given as Call, refusal), refusal.status)
}

async function saveSettings(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const gate = publishingGates.find((each) => each === valueOf(call, 'gate')) ?? 'reviewed'
  const done = await call.perform((work) =>
    changeSettings(work, {
      exhibitionId: given.object.id,
      languages: (call.form.values['languages'] ?? []).filter(isLanguage),
      gate,
      coverObjectId: valueOf(call, 'cover') || null,
      mentorId: valueOf(call, 'mentor') || null,
    }),
  )
  if (isRefused(done)) return refusedWork(given, done)
  return call.redirect(`/exhibitions/${given.object.id}/edit`, m('settings.saved'))
}

async function takeInOwner(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const organisationId = valueOf(call, 'owner')
  const done = await call.perform((work) =>
    addOwner(work, { exhibitionId: given.object.id, organisationId }),
  )
  if (isRefused(done)) return refusedWork(given, done)
  return call.redirect(`/exhibitions/${given.object.id}/edit`, m('owners.added'))
}

async function leave(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const organisationId = valueOf(call, 'owner')
  const done = await call.perform((work) =>
    leaveExhibition(work, { exhibitionId: given.object.id, organisationId }),
  )
  if (isRefused(done)) return refusedWork(given, done)
  return call.redirect('/exhibitions/office', m('owners.left'))
}

interface TextsState {
  form: FormState
  conflicts: readonly Conflict[]
  typed: Readonly<Record<string, SentText>>
  status: number
}

async function showTexts(given: WorkCall, state: TextsState): Promise<Answer> {
  const call = given as Call
  const props = await workProps(given, state.form)
  const language = languageAsked(call, props.exhibition)
  const asked = call.query.get('part') ?? valueOf(call, 'part')
  const partId = props.draft.parts.some(({ id }) => id === asked) ? asked : null
  const shown = AuthorTextsPage({
    ...props,
    language,
    partId,
    conflicts: state.conflicts,
    typed: state.typed,
  })
  return show(shown, state.status)
}

function languageAsked(call: Call, { source_language }: ExhibitionRow): Language {
  const asked = call.query.get('language') ?? valueOf(call, 'language')
  return isLanguage(asked) ? asked : source_language
}

/** Saves what was typed; a page that saves by itself gets its answer as JSON. */
async function keepTexts(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const exhibitionId = given.object.id
  const texts = sentTexts(call)
  const done = await call.perform((work) => saveTexts(work, { exhibitionId, texts }))
  const byItself = call.headers.get('accept')?.includes('application/json') ?? false
  if (byItself) return savedAsJson(call, done)
  if (isRefused(done)) {
    const typed = Object.fromEntries(texts.map((each) => [nameOf(each), each]))
    return showTexts(given, {
      form: refusedForm(call, done),
      conflicts: [],
      typed,
      status: done.status,
    })
  }
  if (done.conflicts.length > 0) {
    const typed = Object.fromEntries(
      texts
        .filter((each) => done.conflicts.some((conflict) => nameOf(conflict) === nameOf(each)))
        .map((each) => [nameOf(each), each]),
    )
    return showTexts(given, { form: freshForm(), conflicts: done.conflicts, typed, status: 409 })
  }
  const query = new URLSearchParams({ language: languageAsked(call, given.object) })
  if (valueOf(call, 'part')) query.set('part', valueOf(call, 'part'))
  return call.redirect(
    `/exhibitions/${exhibitionId}/texts?${query}`,
    m('texts.saved-all', { count: done.saved.length }),
  )
}

function savedAsJson(call: Call, done: Awaited<ReturnType<typeof saveTexts>>): Answer {
  if (isRefused(done)) {
    const { message } = refusalWords(call, done)
    return { kind: 'json', status: done.status, data: { message } }
  }
  const named = <T extends { partId: string; field: string; language: Language }>(each: T) => ({
    ...each,
    name: nameOf(each),
  })
  return {
    kind: 'json',
    data: { saved: done.saved.map(named), conflicts: done.conflicts.map(named) },
  }
}

function sentTexts({ form }: Call): SentText[] {
  return Object.entries(form.values).flatMap(([name, [value = '']]) => {
    const found = /^text\.([0-9a-f-]{36})\.([a-z]+)\.([A-Za-z-]+)$/.exec(name)
    const [, partId = '', field = '', language = ''] = found ?? []
    if (!isLanguage(language)) return []
    const version = form.values[`${name}.version`]?.[0] ?? '0'
    return [
      {
        partId,
        field,
        language,
        version: /^\d{1,9}$/.test(version) ? Number(version) : 0,
        seen: withLines(form.values[`${name}.seen`]?.[0] ?? ''),
        value: withLines(value),
        reviewed: form.values[`${name}.reviewed`]?.[0] === 'yes',
      },
    ]
  })
}
