import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import {
  type EntryDraft,
  isRefused,
  personOf,
  type Refusal,
  refuse,
  type Work,
} from '#kernel/database'
import { isMailAddress } from '#kernel/mail'
import type { DateOnly, Money } from '#kernel/values'
import { visitChanged, visitMade } from '../entries.ts'
import { m } from '../messages/index.ts'
import { visitById, type VisitRow } from '../queries/visits.ts'
import { isOpenVisit, mostOfVisit, type Payer, type VisitKind } from '../rules/visits.ts'

/** What is said of a visit when it is written down. */
export interface MakeVisit {
  id?: string
  kind: VisitKind
  title: string
  purpose: string
  madeByOrganisationId: string
  partnerOrganisationId: string
  comesToMaker: boolean
  startsOn: DateOnly
  endsOn: DateOnly
  node: string
}

/** Writes a visit down as a draft of its maker's office; the partner learns of it when it is asked. */
export async function makeVisit(
  work: Work,
  input: MakeVisit,
): Promise<{ visitId: string } | Refusal> {
  const place = { made_by_organisation_id: input.madeByOrganisationId }
  if (!work.may('mobility.visit.edit', place)) return refuse(404, m('refusal.absent'))
  const partner = input.partnerOrganisationId
  if (partner === input.madeByOrganisationId) {
    return refuse(422, m('visit-fault.partner'), { partner: m('visit-fault.partner') })
  }
  const facts = factsOf(input)
  if (isRefused(facts)) return facts
  const id = input.id ?? randomUUIDv7()
  const about = {
    object: { kind: 'visit', id },
    organisationIds: [input.madeByOrganisationId],
    data: { maker: input.madeByOrganisationId, partner, visit: input.kind },
  }
  await work.write(visitMade(about), (tx) =>
    tx
      .insertInto('visits')
      .values({
        id,
        origin: input.node,
        kind: input.kind,
        ...facts,
        ...place,
        partner_organisation_id: partner,
        comes_to_maker: input.comesToMaker,
        state: 'draft',
        visible: false,
        edition: 1,
        created_by: personOf(work.actor),
        created_at: work.now,
        changed_at: work.now,
      })
      .execute(),
  )
  return { visitId: id }
}

type VisitFacts = Pick<MakeVisit, 'title' | 'purpose' | 'startsOn' | 'endsOn'>

function factsOf({ startsOn, endsOn, ...said }: VisitFacts) {
  const title = said.title.trim()
  if (title === '' || title.length > 200) {
    return refuse(422, m('visit-fault.title'), { title: m('visit-fault.title') })
  }
  if (endsOn < startsOn) {
    return refuse(422, m('visit-fault.ends'), { endsOn: m('visit-fault.ends') })
  }
  return { title, purpose: cut(said.purpose, 2000), starts_on: startsOn, ends_on: endsOn }
}

/** Changes what a visit is called, what it is for or when it is, on the edition that was read, until it is over. */
export async function amendVisit(
  work: Work,
  input: VisitFacts & { visitId: string; basedOn: number },
): Promise<{ edition: number } | Refusal> {
  const found = await visitForUpdate(work, input.visitId, 'mobility.visit.edit')
  if (isRefused(found)) return found
  const { visit } = found
  if (!isOpenVisit(visit.state)) return refuse(409, m('visit-fault.over'))
  if (visit.edition !== input.basedOn) return refuse(409, m('visit-fault.changed'))
  const facts = factsOf(input)
  if (isRefused(facts)) return facts
  const edition = visit.edition + 1
  const data = { ...newsOfVisit(visit), part: 'facts', edition }
  await work.write(visitChanged({ ...aboutVisit(visit), data }), (tx) =>
    tx
      .updateTable('visits')
      .set({ ...facts, edition, changed_at: work.now })
      .where('id', '=', visit.id)
      .execute(),
  )
  return { edition }
}

/** What every entry of a visit is about: the partner is concerned once it was asked. */
export function aboutVisit(
  visit: VisitRow,
  isTold = visit.visible,
): Pick<EntryDraft, 'object' | 'organisationIds'> {
  return {
    object: { kind: 'visit', id: visit.id },
    organisationIds: isTold
      ? [visit.made_by_organisation_id, visit.partner_organisation_id]
      : [visit.made_by_organisation_id],
  }
}

/** What every entry of a visit says. */
export function newsOfVisit(visit: VisitRow) {
  return {
    maker: visit.made_by_organisation_id,
    partner: visit.partner_organisation_id,
    visit: visit.kind,
  }
}

/** A visit that is worked on, locked until the commit; what the actor may not do it to is absent. */
export async function visitForUpdate(
  work: Work,
  id: string,
  action: string,
): Promise<{ visit: VisitRow } | Refusal> {
  const visit = await visitById(work, id, 'lock')
  if (!visit || !work.may(action, visit)) return refuse(404, m('refusal.absent'))
  return { visit }
}

/** A part that is added to a visit. */
export type VisitPart =
  | {
      part: 'member'
      family: string
      given: string
      native: string
      role: string
      email: string
      arrivesOn: DateOnly | null
    }
  | { part: 'programme'; onDay: DateOnly; atTime: string; what: string; place: string }
  | { part: 'cost'; what: string; amount: Money; payer: Payer }

/** One change of a visit, on the edition that was read. */
export interface ChangeVisit {
  visitId: string
  basedOn: number
  add?: VisitPart
  remove?: { part: VisitPart['part']; id: string }
}

const tables = {
  member: 'visit_members',
  programme: 'visit_programme',
  cost: 'visit_costs',
} as const

/** Adds somebody, a point of the programme or a cost, or takes one out; an answer that was not given yet must read it anew. */
export async function changeVisit(
  work: Work,
  input: ChangeVisit,
): Promise<{ edition: number } | Refusal> {
  const found = await visitForUpdate(work, input.visitId, 'mobility.visit.edit')
  if (isRefused(found)) return found
  const { visit } = found
  if (!isOpenVisit(visit.state)) return refuse(409, m('visit-fault.over'))
  if (visit.edition !== input.basedOn) return refuse(409, m('visit-fault.changed'))
  const fault = input.add ? await faultOf(work, visit, input.add) : null
  if (fault) return fault
  const part = input.add?.part ?? input.remove!.part
  const edition = visit.edition + 1
  const data = { ...newsOfVisit(visit), part, edition }
  await work.write(visitChanged({ ...aboutVisit(visit), data }), async (tx) => {
    await tx
      .updateTable('visits')
      .set({ edition, changed_at: work.now })
      .where('id', '=', visit.id)
      .execute()
    if (input.remove) {
      await tx
        .deleteFrom(tables[input.remove.part])
        .where('visit_id', '=', visit.id)
        .where('id', '=', input.remove.id)
        .execute()
    }
  })
  if (input.add) await insertPart(work, visit.id, input.add)
  return { edition }
}

async function faultOf(work: Work, visit: VisitRow, add: VisitPart): Promise<Refusal | null> {
  const wrong = (field: string, key: 'visit-fault.name' | 'visit-fault.what') =>
    refuse(422, m(key), { [field]: m(key) })
  const most = { member: 'members', programme: 'programme', cost: 'costs' } as const
  const { total } = await work.read
    .selectFrom(tables[add.part])
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .where('visit_id', '=', visit.id)
    .executeTakeFirstOrThrow()
  if (Number(total) >= mostOfVisit[most[add.part]]) return refuse(422, m('visit-fault.many'))
  if (add.part === 'member') {
    if (add.family.trim() === '' && add.given.trim() === '') {
      return wrong('family', 'visit-fault.name')
    }
    if (add.email !== '' && !isMailAddress(add.email)) {
      return refuse(422, m('refusal.email'), { email: m('refusal.email') })
    }
    return null
  }
  if (add.what.trim() === '') {
    return wrong(add.part === 'cost' ? 'costWhat' : 'what', 'visit-fault.what')
  }
  if (add.part === 'cost' && add.amount.minor < 0n) {
    return refuse(422, m('visit-fault.amount'), { amount: m('visit-fault.amount') })
  }
  if (add.part === 'programme' && (add.onDay < visit.starts_on || add.onDay > visit.ends_on)) {
    return refuse(422, m('visit-fault.day'), { onDay: m('visit-fault.day') })
  }
  return null
}

function insertPart(work: Work, visitId: string, add: VisitPart): Promise<unknown> {
  const own = { id: randomUUIDv7(), visit_id: visitId }
  return work.writeUnchronicled((tx) => {
    if (add.part === 'programme') {
      const { onDay, atTime, what, place } = add
      const values = { ...own, on_day: onDay, at_time: atTime }
      return tx
        .insertInto('visit_programme')
        .values({ ...values, what: cut(what, 300), place: cut(place, 200) })
        .execute()
    }
    if (add.part === 'cost') {
      const { minor, currency } = add.amount
      return tx
        .insertInto('visit_costs')
        .values({
          ...own,
          what: cut(add.what, 200),
          amount_minor: minor,
          currency,
          payer: add.payer,
        })
        .execute()
    }
    return tx
      .insertInto('visit_members')
      .values({
        ...own,
        person_id: sql<string | null>`(select e.person_id from person_emails e
          where e.address = lower(${add.email}) and e.verified_at is not null)`,
        family: cut(add.family, 120),
        given: cut(add.given, 120),
        native: cut(add.native, 120),
        role: cut(add.role, 200),
        email: add.email,
        arrives_on: add.arrivesOn,
        position: sql<number>`(select coalesce(max(x.position), 0) + 1 from visit_members x where x.visit_id = ${visitId})`,
      })
      .execute()
  })
}

const cut = (text: string, most: number) => text.trim().slice(0, most)
