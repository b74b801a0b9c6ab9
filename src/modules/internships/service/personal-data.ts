import { sql } from 'kysely'
import type { PersonalData, Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { cancelTasks } from '#kernel/tasks'
import { dateInZone } from '#kernel/values'
import { m } from '../messages/index.ts'
import { agreementOf, interruptionsOf } from '../queries/agreements.ts'
import { applicationsOf } from '../queries/applications.ts'
import { evaluationsOf } from '../queries/evaluations.ts'
import { hoursOf, placementsOf } from '../queries/placements.ts'
import { proposalsOf } from '../queries/proposals.ts'
import { decideTask } from '../task-kinds.ts'
import { cancelEvaluations } from './evaluations.ts'
import { eraseProposals } from './proposals.ts'

/** What internships tell of what they hold of a person. */
export const internshipData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const applications = await applicationsOf(work, personId)
    const placements = await placementsOf(work, personId)
    const proposals = await proposalsOf(work, personId)
    return [
      { what: m('held.applications'), count: applications.length, stays: m('held.stays') },
      { what: m('held.proposals'), count: proposals.length, stays: m('held.stays') },
      { what: m('held.placements'), count: placements.length, stays: m('held.stays') },
    ]
  },
  async hinders(work, personId) {
    const placements = await placementsOf(work, personId)
    const runs = placements.some(({ endsOn, timeZone }) => endsOn >= dateInZone(work.now, timeZone))
    return runs ? [m('held.runs')] : []
  },
}

/** Every application and placement of the person, with the hours that they logged. */
export async function exportInternshipsOf(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  const applications = await applicationsOf(work, personId)
  const placements = await placementsOf(work, personId)
  const withHours = await Promise.all(
    placements.map(async (placement) => ({
      title: placement.titles,
      host: placement.host,
      startsOn: placement.startsOn,
      endsOn: placement.endsOn,
      endedOn: placement.endedOn,
      agreement: (await agreementOf(work, placement.id))?.draft ?? null,
      evaluations: (await evaluationsOf(work, placement.id)).map(
        ({ round, party, marks, overall, strengths, wishes, givenAt }) => ({
          round,
          party,
          marks,
          overall,
          strengths,
          wishes,
          givenAt,
        }),
      ),
      interruptions: (await interruptionsOf(work, placement.id)).map(
        ({ id: _id, ...each }) => each,
      ),
      hours: (await hoursOf(work, placement.id)).map(({ id: _id, ...hours }) => hours),
    })),
  )
  return {
    applications: applications.map(
      ({ titles, host, motivation, state, sentAt, enrolledThere }) => ({
        title: titles,
        host,
        motivation,
        enrolledThere,
        state,
        sentAt,
      }),
    ),
    proposals: (await proposalsOf(work, personId)).map(
      ({ hostName, city, title, tasks, startsOn, endsOn, state, remark }) => ({
        host: hostName,
        city,
        title,
        tasks,
        startsOn,
        endsOn,
        state,
        remark,
      }),
    ),
    placements: withHours,
  }
}

/** Removes what the person wrote; that they applied and worked stays, for places and hours to add up. */
export async function eraseInternshipsOf(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const applications = await applicationsOf(work, personId)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('internship_applications')
      .set({ motivation: '', permission_note: '' })
      .where('person_id', '=', personId)
      .execute()
    await tx
      .updateTable('internship_applications')
      .set({ state: 'withdrawn', answered_at: work.now })
      .where('person_id', '=', personId)
      .where('state', 'in', ['sent', 'offered'])
      .execute()
    await tx
      .updateTable('internship_hours')
      .set({ work: '–' })
      .where('placement_id', 'in', (eb) =>
        eb.selectFrom('internship_placements').select('id').where('person_id', '=', personId),
      )
      .execute()
    await tx
      .updateTable('internship_evaluations')
      .set({ strengths: '', wishes: '' })
      .where('placement_id', 'in', (eb) =>
        eb.selectFrom('internship_placements').select('id').where('person_id', '=', personId),
      )
      .execute()
    await tx
      .updateTable('internship_interruptions')
      .set({ reason: '–' })
      .where('placement_id', 'in', (eb) =>
        eb.selectFrom('internship_placements').select('id').where('person_id', '=', personId),
      )
      .execute()
  })
  await cancelEvaluations(work, personId)
  await eraseProposals(work, personId)
  await nobodyDecides(
    work,
    applications.map(({ id }) => id),
  )
  return { kept: applications.length > 0 ? [m('held.stays')] : [] }
}

/** What is withdrawn waits for no office. */
async function nobodyDecides(work: Work, applicationIds: readonly string[]): Promise<void> {
  for (const id of applicationIds) {
    await cancelTasks(work, {
      object: { kind: 'internship-application', id },
      kinds: [decideTask],
    })
  }
}

/** Moves applications and placements to the one who stays; of two live ones for a position the later is withdrawn. */
export async function mergeInternshipsOf(work: Work, from: string, into: string): Promise<void> {
  const ended = await work.writeUnchronicled(async (tx) => {
    const withdrawn = await tx
      .updateTable('internship_applications')
      .set({ state: 'withdrawn', answered_at: work.now })
      .where('person_id', '=', from)
      .where('state', 'in', ['sent', 'offered'])
      .where(
        sql<boolean>`exists (select from internship_applications other
          where other.position_id = internship_applications.position_id and other.person_id = ${into}
          and other.state in ('sent', 'offered', 'accepted'))`,
      )
      .returning('id')
      .execute()
    const declined = await tx
      .updateTable('internship_applications')
      .set({ state: 'declined', answered_at: work.now })
      .where('person_id', '=', into)
      .where('state', 'in', ['sent', 'offered', 'accepted'])
      .where(
        sql<boolean>`exists (select from internship_applications other
          where other.position_id = internship_applications.position_id and other.person_id = ${from}
          and other.state = 'accepted')`,
      )
      .returning('id')
      .execute()
    for (const table of [
      'internship_applications',
      'internship_placements',
      'internship_proposals',
    ] as const) {
      await tx.updateTable(table).set({ person_id: into }).where('person_id', '=', from).execute()
    }
    return [...withdrawn, ...declined].map(({ id }) => id)
  })
  await nobodyDecides(work, ended)
}
