import { isRefused, type Refusal, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { addDays, dateInZone, money } from '#kernel/values'
import { cast, seedAs } from '#modules/alliance'
import { visitById } from './queries/visits.ts'
import { answerVisit, askForVisit, reportVisit } from './service/visit-steps.ts'
import { changeVisit, makeVisit, type VisitPart } from './service/visits.ts'

const { organisations: o, people: p } = cast

/** The fixed ids of the demonstration's visits. */
export const seededVisits = {
  delegation: '01980000-0046-7000-8000-000000000001',
  scholar: '01980000-0046-7000-8000-000000000002',
} as const

/** An invented delegation of Renmin that was at AU, with its report, and a scholar whom AU prepares to send to Beijing. */
export async function seedVisits(seeding: Seeding): Promise<void> {
  await delegation(seeding)
  await scholar(seeding)
}

async function isThere({ runner, now }: Seeding, id: string): Promise<boolean> {
  const actor = { kind: 'system' as const, name: 'seed' }
  return (await visitById(runner.reading({ actor, now, language: 'en' }), id)) !== null
}

const by = <T>(
  seeding: Seeding,
  personId: string,
  daysAgo: number,
  verb: (work: Work) => Promise<T | Refusal>,
) => seedAs(seeding, { personId, daysAgo, language: 'en' }, verb)

async function delegation(seeding: Seeding): Promise<void> {
  if (await isThere(seeding, seededVisits.delegation)) return
  const today = dateInZone(seeding.now, 'Asia/Bangkok')
  const [first, second] = [addDays(today, -20), addDays(today, -19)]
  const visitId = seededVisits.delegation
  await by(seeding, p.coordinatorAu, 60, async (work) => {
    const made = await makeVisit(work, {
      id: visitId,
      kind: 'delegation',
      title: 'Renmin delegation: joint courses in cultural management',
      purpose: 'To agree on courses that both universities recognise, and to see the studios.',
      madeByOrganisationId: o.au,
      partnerOrganisationId: o.ruc,
      comesToMaker: true,
      startsOn: first,
      endsOn: second,
      node: seeding.services.node,
    })
    if (isRefused(made)) return made
    return filled(work, visitId, partsOfDelegation(first, second))
  })
  await by(seeding, p.coordinatorAu, 55, (work) =>
    askForVisit(work, { visitId, basedOn: partsOfDelegation(first, second).length + 1 }),
  )
  await by(seeding, p.coordinatorRuc, 52, (work) =>
    answerVisit(work, {
      visitId,
      edition: partsOfDelegation(first, second).length + 1,
      answer: 'agreed',
      note: '',
    }),
  )
  await by(seeding, p.coordinatorAu, 12, (work) =>
    reportVisit(work, {
      visitId,
      report:
        'Both sides went through twelve courses. Eight are to be recognised in either direction from next year; the annex is being drafted.',
      outcome: 'agreement',
      today,
    }),
  )
}

function partsOfDelegation(first: string, second: string): VisitPart[] {
  const member = { part: 'member' as const, email: '', arrivesOn: addDays(first, -1) }
  return [
    { ...member, family: 'Fang', given: 'Ruolan', native: '方若澜', role: 'Vice dean' },
    { ...member, family: 'Qiu', given: 'Jingyao', native: '邱静瑶', role: 'Programme director' },
    { ...member, family: 'Luo', given: 'Mingzhe', native: '罗明哲', role: 'International office' },
    {
      part: 'programme',
      onDay: first,
      atTime: '09:30',
      what: 'Welcome, and the list of courses',
      place: 'Main hall',
    },
    {
      part: 'programme',
      onDay: first,
      atTime: '14:00',
      what: 'Visit to the textile studios',
      place: 'Building C',
    },
    { part: 'programme', onDay: second, atTime: '10:00', what: 'Draft of the annex', place: '' },
    { part: 'cost', what: 'Hotel, two nights', amount: money(1_350_000, 'THB'), payer: 'host' },
    { part: 'cost', what: 'Flights', amount: money(960_000, 'CNY'), payer: 'home' },
  ]
}

async function scholar(seeding: Seeding): Promise<void> {
  const visitId = seededVisits.scholar
  if (await isThere(seeding, visitId)) return
  const today = dateInZone(seeding.now, 'Asia/Bangkok')
  const startsOn = addDays(today, 70)
  await by(seeding, p.coordinatorAu, 4, async (work) => {
    const made = await makeVisit(work, {
      id: visitId,
      kind: 'visiting-scholar',
      title: 'Natural dyes in temple textiles',
      purpose: 'Research in the collection, two open seminars.',
      madeByOrganisationId: o.au,
      partnerOrganisationId: o.pku,
      comesToMaker: false,
      startsOn,
      endsOn: addDays(startsOn, 89),
      node: seeding.services.node,
    })
    if (isRefused(made)) return made
    return filled(work, visitId, [
      {
        part: 'member',
        family: 'Srisawang',
        given: 'Naphat',
        native: 'ณภัทร ศรีสว่าง',
        role: 'Assistant professor',
        email: '',
        arrivesOn: startsOn,
      },
      { part: 'cost', what: 'Flight', amount: money(1_820_000, 'THB'), payer: 'home' },
    ])
  })
}

async function filled(
  work: Work,
  visitId: string,
  parts: readonly VisitPart[],
): Promise<true | Refusal> {
  for (const [index, add] of parts.entries()) {
    const done = await changeVisit(work, { visitId, basedOn: index + 1, add })
    if (isRefused(done)) return done
  }
  return true
}
