import type { Message } from '#kernel/messages'
import type { DateOnly } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { HourCap, PackText, Permit, StayKind } from './pack.ts'

/** A stay that is asked about: from where to where, of which kind, on which day. */
export interface StayQuestion {
  from: string
  to: string
  kind: StayKind
  on: DateOnly
}

/** A published pack, as it stands for one pair of countries. */
export interface Pack {
  id: string
  from: string
  to: string
  kind: StayKind
  number: number
  validFrom: DateOnly
  validUntil: DateOnly
  text: PackText
}

/** What is known about a stay on its day: nothing is needed, a pack is in force, its time is over, or there is none. */
export interface Clearance extends StayQuestion {
  state: 'domestic' | 'known' | 'expired' | 'unknown'
  pack: Pack | null
}

/** How many days before its end a pack is called for to be read anew. */
export const renewalDays = 45

/**
 * The newest pack that had begun on the day; one whose last day is over says so. A newer pack that begins later does not
 * count yet.
 */
export function clearanceIn(packs: readonly Pack[], question: StayQuestion): Clearance {
  const { from, to, kind, on } = question
  if (from === to) return { ...question, state: 'domestic', pack: null }
  const pack = packs
    .filter((each) => each.from === from && each.to === to && each.kind === kind)
    .filter(({ validFrom }) => validFrom <= on)
    .reduce<Pack | null>((best, each) => (!best || each.number > best.number ? each : best), null)
  if (!pack) return { ...question, state: 'unknown', pack: null }
  return { ...question, state: pack.validUntil < on ? 'expired' : 'known', pack }
}

/** What somebody means to do there, as far as it is known. */
export interface MeantStay {
  days?: number | null
  hoursPerWeek?: number | null
  level?: 'undergraduate' | 'graduate' | null
  /** Whether they are enrolled in the country that they go to by then. */
  enrolledThere?: boolean | null
  /** Whether they can prove the language where a cap depends on it. */
  provesLanguage?: boolean | null
}

/** Whether somebody may rank, prefer or apply for a stay, and why. */
export interface MayRank {
  /**
   * `yes`: nothing stands against it and nothing is needed. `conditions`: a permit is needed, and one fits. `unknown`: no
   * current pack says how. `no`: every known way rules it out, and there is no other.
   */
  verdict: 'yes' | 'conditions' | 'unknown' | 'no'
  reasons: Message[]
  /** The permits that fit. */
  permits: Permit[]
}

/** Asks before somebody prefers a place, not only before they start: see the verdicts. */
export function mayRank(clearance: Clearance, meant: MeantStay = {}): MayRank {
  const { state, pack } = clearance
  if (state === 'domestic') return { verdict: 'yes', reasons: [], permits: [] }
  if (!pack) return { verdict: 'unknown', reasons: [m('reason.no-pack')], permits: [] }
  const judged = pack.text.permits.map((permit) => ({ permit, reasons: against(permit, meant) }))
  const permits = judged.filter(({ reasons }) => reasons.length === 0).map(({ permit }) => permit)
  if (state === 'expired') return { verdict: 'unknown', reasons: [m('reason.expired')], permits }
  if (permits.length > 0) {
    const isFree = permits.every(({ nature }) => nature === 'exemption')
    return { verdict: isFree ? 'yes' : 'conditions', reasons: [], permits }
  }
  const reasons = uniqueReasons(judged.flatMap((each) => each.reasons))
  if (pack.text.others === 'none') return { verdict: 'no', reasons, permits: [] }
  return { verdict: 'unknown', reasons: [...reasons, m('reason.other-ways')], permits: [] }
}

function against(permit: Permit, meant: MeantStay): Message[] {
  const reasons: Message[] = []
  if (permit.enrolledThere === true && meant.enrolledThere === false) {
    reasons.push(m('reason.enrolled-there'))
  }
  const { days } = meant
  const isTooLong = permit.stayDays !== null && days != null && days > permit.stayDays
  if (isTooLong && permit.extension !== 'possible') {
    reasons.push(m('reason.stay', { days: permit.stayDays! }))
  }
  const cap = weeklyCap(capsFor(permit, meant))
  if (cap !== null && meant.hoursPerWeek != null && meant.hoursPerWeek > cap) {
    reasons.push(m('reason.hours', { hours: cap }))
  }
  return reasons
}

/** The same reason once, whichever permit gives it. */
function uniqueReasons(reasons: readonly Message[]): Message[] {
  const said = new Set<string>()
  return reasons.filter((reason) => {
    const key = JSON.stringify([reason.key, reason.args])
    return said.has(key) ? false : said.add(key)
  })
}

/** The caps of a permit that hold for somebody; who does not say whether they prove the language has the lower ones. */
function capsFor(permit: Permit, { level, provesLanguage }: MeantStay): HourCap[] {
  const ofLevel = (permit.hours ?? []).filter(
    (cap) => cap.level === null || level == null || cap.level === level,
  )
  const proved = ofLevel.filter(({ needs }) => needs !== null)
  return provesLanguage && proved.length > 0
    ? proved
    : ofLevel.filter(({ needs }) => needs === null)
}

function weeklyCap(caps: readonly HourCap[]): number | null {
  const weekly = caps.filter(({ per }) => per === 'week').map(({ hours }) => hours)
  return weekly.length === 0 ? null : Math.min(...weekly)
}

/**
 * The caps on working hours that a stay is held to: the strictest of all permits that fit. Null where no pack says; hours
 * are whole hours.
 */
export function hourCaps({ pack }: Clearance, meant: MeantStay = {}): HourCap[] | null {
  const permits = (pack?.text.permits ?? []).filter(
    (permit) => permit.hours !== null && fits(permit, meant),
  )
  if (permits.length === 0) return null
  const caps = permits.flatMap((permit) => capsFor(permit, meant))
  return (['week', 'year'] as const).flatMap((per) => {
    const [strictest] = caps
      .filter((cap) => cap.per === per)
      .sort((one, other) => one.hours - other.hours)
    return strictest ? [strictest] : []
  })
}

function fits(permit: Permit, meant: MeantStay): boolean {
  return !(permit.enrolledThere === true && meant.enrolledThere === false)
}
