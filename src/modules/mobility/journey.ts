import type { Work } from '#kernel/database'
import type { JourneyStep } from '#kernel/http'
import { m } from './messages/index.ts'
import { staysOf } from './queries/stays.ts'
import { isOver, type MobilityState } from './rules/states.ts'

/** A person's stays as steps of their journey, as far as the reader may see them: the crossing to the host. */
export async function mobilityJourney(work: Work, personId: string): Promise<JourneyStep[]> {
  const stays = await staysOf(work, personId)
  return stays
    .filter((stay) => !isOver(stay.state) && work.may('mobility.stay.read', stay))
    .map((stay) => ({
      id: stay.id,
      kind: 'exchange',
      from: stay.arrived_on ?? stay.starts_on,
      until: stay.departed_on ?? stay.ends_on,
      organisation: { id: stay.receiving_organisation_id, name: stay.receiving },
      fromOrganisation: { id: stay.sending_organisation_id, name: stay.sending },
      label: m(`journey-label.${stay.kind}`),
      state: { label: m(`state.${stay.state}`), tone: toneOf(stay.state) },
      href: `/mobility/${stay.id}`,
    }))
}

function toneOf(state: MobilityState): JourneyStep['state']['tone'] {
  if (state === 'recognised') return 'done'
  return state === 'waiting' || state === 'pending' ? 'attention' : 'neutral'
}
