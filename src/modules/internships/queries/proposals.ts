import type { Work } from '#kernel/database'
import {
  type DateOnly,
  isUuid,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { CefrLevel, HostState, PositionMode } from '../schema.ts'
import type { ProposalState } from '../schema-proposals.ts'

/** An internship that a student found, with the student, the school, and the host as the alliance knows it. */
export interface ProposalRow {
  [fact: string]: unknown
  id: string
  person_id: string
  organisation_id: string
  personName: PersonName
  home: LocalText
  homeCountry: string
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
  wordsLanguage: Language
  startsOn: DateOnly
  endsOn: DateOnly
  hoursPerWeek: number
  mode: PositionMode
  language: string
  languageLevel: CefrLevel
  field: string
  enrolledThere: boolean
  clearance: 'yes' | 'conditions' | 'unknown'
  state: ProposalState
  remark: string
  hostId: string | null
  hostState: HostState | null
  vettedUntil: DateOnly | null
  placementId: string | null
}

function proposals(work: Work) {
  return work.read
    .selectFrom('internship_proposals')
    .innerJoin('persons as s', 's.id', 'internship_proposals.person_id')
    .innerJoin('organisations as o', 'o.id', 'internship_proposals.organisation_id')
    .leftJoin('internship_hosts as h', 'h.id', 'internship_proposals.host_id')
    .select(['internship_proposals.id', 'internship_proposals.person_id', 's.name as personName'])
    .select(['internship_proposals.organisation_id', 'o.names as home', 'o.country as homeCountry'])
    .select(['host_name as hostName', 'internship_proposals.country', 'internship_proposals.city'])
    .select(['internship_proposals.time_zone as timeZone'])
    .select(['internship_proposals.tutor_name as tutorName'])
    .select(['internship_proposals.tutor_email as tutorEmail'])
    .select(['internship_proposals.signatory_name as signatoryName'])
    .select(['internship_proposals.signatory_email as signatoryEmail', 'title', 'tasks'])
    .select(['starts_on as startsOn', 'ends_on as endsOn', 'hours_per_week as hoursPerWeek'])
    .select(['mode', 'language', 'language_level as languageLevel', 'field', 'clearance'])
    .select(['enrolled_there as enrolledThere', 'internship_proposals.state', 'remark'])
    .select(['host_id as hostId', 'h.state as hostState', 'h.vetted_until as vettedUntil'])
    .select(['placement_id as placementId', 'words_language as wordsLanguage'])
}

/** A proposal by its id; `lock` keeps two from deciding it at once. */
export async function proposalById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<ProposalRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('internship_proposals')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  const row = await proposals(work).where('internship_proposals.id', '=', id).executeTakeFirst()
  return row ?? null
}

/** A person's own proposals, the newest first. */
export function proposalsOf(work: Work, personId: string): Promise<ProposalRow[]> {
  return proposals(work)
    .where('internship_proposals.person_id', '=', personId)
    .orderBy('sent_at', 'desc')
    .orderBy('internship_proposals.id', 'desc')
    .execute()
}

/** The proposals of an office that wait for it or for the vetting of their host. */
export function officeProposals(work: Work): Promise<ProposalRow[]> {
  return proposals(work)
    .where(work.scope('internships.proposal.list', 'internship_proposals'))
    .where('internship_proposals.state', 'in', ['sent', 'checked'])
    .orderBy('sent_at')
    .limit(500)
    .execute()
}

/** What each proposal is called, for tasks about them. */
export function titlesOfProposals(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; title: string; language: Language }[]> {
  if (ids.length === 0) return Promise.resolve([])
  return work.read
    .selectFrom('internship_proposals')
    .select(['id', 'title', 'words_language as language'])
    .where('id', 'in', [...ids])
    .execute()
}
