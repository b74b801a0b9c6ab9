import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { isRefused, personOf, refuse, type Refusal, type Work, type Writer } from '#kernel/database'
import { noticeKind, notify } from '#kernel/notices'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import { dateInZone, isCountry, isTimeZone } from '#kernel/values'
import { proposalDecided, proposalSent } from '../entries.ts'
import { m } from '../messages/index.ts'
import { enrolmentOf } from '../queries/applications.ts'
import { hostById } from '../queries/hosts.ts'
import { proposalById, type ProposalRow } from '../queries/proposals.ts'
import { isVetted } from '../rules/position.ts'
import type { CefrLevel, PositionMode } from '../schema.ts'
import type { ProposalState } from '../schema-proposals.ts'
import { proposalTask } from '../task-kinds.ts'
import { permissionFor } from './applications.ts'
import { proposeHost } from './hosts.ts'
import { placeProposal } from './placing.ts'
import { inField } from './refusing.ts'

/** What became of an internship that a student found. */
export const proposalNotice = noticeKind(
  'internships.proposal',
  m('notice.kind.proposal'),
  'immediate',
)

/** An internship as a student proposes it. */
export interface ProposeInternship {
  hostName: string
  country: string
  city: string
  timeZone: string
  tutorName: string
  tutorEmail: string
  signatoryName: string
  signatoryEmail: string
  title: string
  tasks: string
  startsOn: string
  endsOn: string
  hoursPerWeek: number
  mode: PositionMode
  language: string
  languageLevel: CefrLevel
  field: string
  enrolledThere: boolean
  node: string
}

/**
 * Proposes an internship that a student found, to the school where they are enrolled. Refused where every known way of
 * permission rules the stay out, for days that are over, and for whoever is no student.
 */
export async function proposeInternship(
  work: Work,
  input: ProposeInternship,
): Promise<{ proposalId: string } | Refusal> {
  const personId = personOf(work.actor)
  if (!personId || !work.may('internships.application.send', {})) {
    return refuse(404, m('refusal.no-proposal'))
  }
  if (!isCountry(input.country)) return inField('country', m('refusal.country'))
  if (!isTimeZone(input.timeZone)) return inField('timeZone', m('refusal.time-zone'))
  const today = dateInZone(work.now, input.timeZone)
  if (input.endsOn <= input.startsOn) return inField('endsOn', m('refusal.ends-before'))
  if (input.startsOn < today) return inField('startsOn', m('refusal.apply-past'))
  const home = await enrolmentOf(work, personId, today)
  if (!home) return refuse(409, m('refusal.no-student'))
  const { verdict } = (await permissionFor(work, input, home, input.enrolledThere)).answer
  if (verdict === 'no') return inField('enrolledThere', m('refusal.not-permitted'))
  return insertProposal(work, input, {
    personId,
    organisationId: home.organisationId,
    clearance: verdict,
  })
}

async function insertProposal(
  work: Work,
  input: ProposeInternship,
  about: {
    personId: string
    organisationId: string
    clearance: 'yes' | 'conditions' | 'unknown'
  },
): Promise<{ proposalId: string }> {
  const id = randomUUIDv7()
  const entry = proposalSent({
    object: { kind: 'internship-proposal', id },
    organisationIds: [about.organisationId],
    personId: about.personId,
    data: { country: input.country },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('internship_proposals')
      .values({
        id,
        origin: input.node,
        person_id: about.personId,
        organisation_id: about.organisationId,
        host_name: input.hostName,
        country: input.country,
        city: input.city,
        time_zone: input.timeZone,
        tutor_name: input.tutorName,
        tutor_email: input.tutorEmail,
        signatory_name: input.signatoryName,
        signatory_email: input.signatoryEmail,
        title: input.title,
        tasks: input.tasks,
        words_language: work.language,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        hours_per_week: input.hoursPerWeek,
        mode: input.mode,
        language: input.language,
        language_level: input.languageLevel,
        field: input.field,
        enrolled_there: input.enrolledThere,
        clearance: about.clearance,
        state: 'sent',
        host_id: null,
        placement_id: null,
        sent_at: work.now,
        decided_at: null,
      })
      .execute(),
  )
  await openTask(work, {
    kind: proposalTask,
    assignee: { role: 'coordinator', organisationId: about.organisationId },
    object: { kind: 'internship-proposal', id },
    subject: m('task.proposal'),
    href: `/internships/proposals/${id}`,
    dueOn: input.startsOn,
    closesWithAct: true,
    leavesOut: [about.personId],
  })
  return { proposalId: id }
}

/** What an office decides about a proposal. */
export interface DecideProposal {
  proposalId: string
  /** `checked`: the host is right, and goes to vetting; `approved`: the placement is made; `returned`: with a reason. */
  decision: string
  /** A host that the alliance knows already; empty brings it in anew. */
  hostId: string
  remark: string
  node: string
}

/**
 * Checks a proposal, which brings its host before the secretariat unless the alliance knows it; approves one whose host is
 * vetted up to its first day, which makes the placement; or returns it with a reason. Where no pack says how the stay is
 * permitted, approving wants the office's word on it.
 */
export async function decideProposal(
  work: Work,
  input: DecideProposal,
): Promise<{ placementId: string | null } | Refusal> {
  const proposal = await proposalById(work, input.proposalId, 'lock')
  if (!proposal || !work.may('internships.proposal.decide', proposal)) {
    return refuse(404, m('refusal.no-proposal'))
  }
  const decision = (['checked', 'returned', 'approved'] as const).find(
    (each) => each === input.decision,
  )
  if (!decision) return inField('decision', m('refusal.decision'))
  if (proposal.state === decision) return { placementId: proposal.placementId }
  const isOpen = proposal.state === 'sent' || proposal.state === 'checked'
  if (!isOpen) return refuse(409, m('refusal.decided-already'))
  const remark = input.remark.trim().slice(0, 2000)
  if (decision === 'returned') {
    if (remark === '') return inField('remark', m('refusal.reason'))
    await decided(work, proposal, { state: 'returned', remark })
    return { placementId: null }
  }
  if (decision === 'checked') {
    const host = await hostFor(work, proposal, input)
    if (isRefused(host)) return host
    await decided(work, proposal, { state: 'checked', remark, hostId: host.hostId })
    return { placementId: null }
  }
  return approve(work, proposal, { remark, node: input.node })
}

async function hostFor(
  work: Work,
  proposal: ProposalRow,
  { hostId, node }: DecideProposal,
): Promise<{ hostId: string } | Refusal> {
  if (hostId !== '') {
    const known = await hostById(work, hostId)
    return known ? { hostId: known.id } : inField('hostId', m('refusal.no-host'))
  }
  return proposeHost(work, {
    organisationId: proposal.organisation_id,
    hostOrganisationId: null,
    name: proposal.hostName,
    country: proposal.country,
    city: proposal.city,
    timeZone: proposal.timeZone,
    tutor: { name: proposal.tutorName, email: proposal.tutorEmail },
    signatory: { name: proposal.signatoryName, email: proposal.signatoryEmail },
    papers: proposal.tasks.slice(0, 2000),
    // A student is not asked; whoever vets the host says it.
    sector: null,
    node,
  })
}

async function approve(
  work: Work,
  proposal: ProposalRow,
  { remark, node }: { remark: string; node: string },
): Promise<{ placementId: string } | Refusal> {
  const host = proposal.hostId === null ? null : await hostById(work, proposal.hostId, 'lock')
  if (!host) return inField('decision', m('refusal.proposal-unchecked'))
  const on = proposal.startsOn
  if (!isVetted({ hostState: host.state, vettedUntil: host.vetted_until }, on)) {
    return inField('decision', m('refusal.proposal-unvetted'))
  }
  if (proposal.clearance === 'unknown' && remark === '') {
    return inField('remark', m('refusal.permission-note'))
  }
  const placementId = await placeProposal(work, proposal, {
    hostId: host.id,
    timeZone: host.time_zone,
    note: remark,
    node,
  })
  await decided(work, proposal, { state: 'approved', remark, placementId })
  return { placementId }
}

async function decided(
  work: Work,
  proposal: ProposalRow,
  change: {
    state: Exclude<ProposalState, 'sent' | 'withdrawn'>
    remark: string
    hostId?: string
    placementId?: string
  },
): Promise<void> {
  const entry = proposalDecided({ ...aboutProposal(proposal), data: { state: change.state } })
  await work.write(entry, (tx) =>
    tx
      .updateTable('internship_proposals')
      .set({
        state: change.state,
        remark: change.remark,
        decided_at: work.now,
        ...(change.hostId === undefined ? {} : { host_id: change.hostId }),
        ...(change.placementId === undefined ? {} : { placement_id: change.placementId }),
      })
      .where('id', '=', proposal.id)
      .execute(),
  )
  if (change.state !== 'checked') {
    await completeTasksOf(work, { object: taskObject(proposal), kinds: [proposalTask] })
  }
  await notify(work, {
    personId: proposal.person_id,
    kind: proposalNotice,
    message: m(`notice.proposal-${change.state}`),
    href: change.placementId
      ? `/internships/placements/${change.placementId}`
      : `/internships/proposals/${proposal.id}`,
  })
}

/** The student takes a proposal back before it is decided. */
export async function withdrawProposal(work: Work, proposalId: string): Promise<true | Refusal> {
  const proposal = await proposalById(work, proposalId, 'lock')
  if (!proposal || !work.may('internships.proposal.withdraw', proposal)) {
    return refuse(404, m('refusal.no-proposal'))
  }
  if (proposal.state === 'withdrawn') return true
  const entry = proposalDecided({ ...aboutProposal(proposal), data: { state: 'withdrawn' } })
  await work.write(entry, (tx) =>
    tx
      .updateTable('internship_proposals')
      .set({ state: 'withdrawn', decided_at: work.now })
      .where('id', '=', proposal.id)
      .execute(),
  )
  await cancelTasks(work, { object: taskObject(proposal), kinds: [proposalTask] })
  return true
}

const taskObject = ({ id }: ProposalRow) => ({ kind: 'internship-proposal', id })

function aboutProposal(proposal: ProposalRow) {
  return {
    object: taskObject(proposal),
    organisationIds: [proposal.organisation_id],
    personId: proposal.person_id,
  }
}

/**
 * Takes out what somebody wrote who is gone, also where it was copied to: the position of an approved one, and the papers of a
 * host that came in by it. That they proposed stays, and nobody is asked to check it any more.
 */
export async function eraseProposals(work: Work, personId: string): Promise<void> {
  const rows = await work.writeUnchronicled(async (tx) => {
    await eraseCopies(tx, personId)
    await tx
      .updateTable('internship_proposals')
      .set({ state: 'withdrawn', decided_at: work.now })
      .where('person_id', '=', personId)
      .where('state', 'in', ['sent', 'checked'])
      .execute()
    const nobody = { tutor_name: '', tutor_email: '', signatory_name: '', signatory_email: '' }
    return tx
      .updateTable('internship_proposals')
      .set({ title: '', tasks: '', remark: '–', ...nobody })
      .where('person_id', '=', personId)
      .returning('id')
      .execute()
  })
  for (const { id } of rows) {
    await cancelTasks(work, { object: { kind: 'internship-proposal', id } })
  }
}

async function eraseCopies(tx: Writer, personId: string): Promise<void> {
  await sql`update internship_positions p
    set titles = jsonb_build_object(x.words_language, '–'), descriptions = jsonb_build_object(x.words_language, '–')
    from internship_proposals x join internship_placements l on l.id = x.placement_id
    where x.person_id = ${personId}::uuid and p.id = l.position_id`.execute(tx)
  await sql`update internship_hosts h set papers = '–' from internship_proposals x
    where x.person_id = ${personId}::uuid and h.id = x.host_id
      and x.tasks <> '' and h.papers = left(x.tasks, 2000)`.execute(tx)
}
