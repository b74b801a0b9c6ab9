import { type Answer, type Call, type Manifest, page, type Route } from '#kernel/http'
import { personById } from '#kernel/identity'
import { displayName, isUuid } from '#kernel/values'
import { renderPage } from '#ui'
import { sessionOf } from '../account/session.ts'
import type { DeskPorts } from '../ports.ts'
import { readerDay } from '../reader.ts'
import { journeyOf, journeySteps } from './cloth.ts'
import { entryLabels, storyOf } from './entries.ts'
import { JourneyPage } from './journey-page.tsx'

const entriesPerPage = 30

/** A person's journey as cloth, as a list, and as the entries of the chronicle. */
export function storyRoutes(manifests: readonly Manifest[], ports: DeskPorts): Route[] {
  const [own, another] = [entryLabels(manifests, 'own'), entryLabels(manifests, 'another')]
  const show = (call: Call, whose: Whose) =>
    showJourney(call, manifests, whose.within === null ? own : another, whose)
  return [
    page('GET', '/journey', {
      action: 'desk.own-journey.open',
      handle: (call) => show(call, { personId: sessionOf(call).personId, within: null }),
    }),
    page<{ id: string; person_id: string; organisation_ids: string[] }>(
      'GET',
      '/people/:id/journey',
      {
        action: 'desk.journey.read',
        load: async (work, params) => {
          const id = params['id']
          const person = isUuid(id) ? await personById(work, id) : null
          if (!person || person.state !== 'active') return null
          const organisations = await ports.organisationsOf(work, person.id)
          return { id: person.id, person_id: person.id, organisation_ids: organisations }
        },
        handle: (call) =>
          show(call as Call, { personId: call.object.id, within: schoolsOfReader(call) }),
      },
    ),
  ]
}

/** Whose journey is shown, and which institutions' part of it; null for the whole, which is the person's own. */
interface Whose {
  personId: string
  within: readonly string[] | null
}

/** The schools of the person at which the reader has an office: each institution sees what concerns it. */
function schoolsOfReader({
  actor,
  object,
}: Call<{ id: string; person_id: string; organisation_ids: string[] }>): string[] | null {
  if (actor.kind !== 'person' || actor.personId === object.person_id) return null
  const offices = new Set(actor.grants.map((grant) => grant.organisationId))
  return object.organisation_ids.filter((id) => offices.has(id))
}

async function showJourney(
  call: Call,
  manifests: readonly Manifest[],
  labels: ReturnType<typeof entryLabels>,
  { personId, within }: Whose,
): Promise<Answer> {
  const person = await personById(call.work, personId)
  if (!person) throw new Error('the person of a loaded journey does not exist')
  const { today, timeZone } = readerDay(call)
  const steps = (await journeySteps(call.work, manifests, personId)).filter(
    ({ organisation, fromOrganisation }) =>
      within === null ||
      within.includes(organisation.id) ||
      (fromOrganisation !== null && within.includes(fromOrganisation.id)),
  )
  const before = call.query.get('before')
  const story = await storyOf(call, labels, personId, {
    before,
    limit: entriesPerPage,
    timeZone,
    organisationIds: within ?? undefined,
  })
  const path = call.frame.path.split('?', 1)[0] ?? ''
  const html = renderPage(
    JourneyPage({
      frame: call.frame,
      t: call.t,
      name: displayName(person.name, call.language),
      own: call.frame.person?.id === personId,
      journey: journeyOf(call, steps, today),
      story: story.entries,
      older: story.next === null ? null : `${call.href(path, { before: story.next })}#story`,
      latest: before === null ? null : `${call.href(path)}#story`,
    }),
  )
  return { kind: 'html', html }
}
