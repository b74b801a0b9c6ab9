import { type Entry, entriesAbout } from '#kernel/chronicle'
import { personOf, type Refusal, type Work } from '#kernel/database'
import type { Answer, Call } from '#kernel/http'
import {
  dateInZone,
  type DateOnly,
  displayName,
  type Fraction,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { caseDecided, commentAdded, commentTakenBack, decisionRetracted } from '../entries.ts'
import type { CasePageProps, StoryEntry } from '../pages/case-props.ts'
import { CasePage } from '../pages/case.tsx'
import { CaseTimelinePage } from '../pages/case-timeline.tsx'
import { caseById, type CaseLine, type CasePageRow, judgesOf } from '../queries/cases.ts'
import { comparedStudent } from '../queries/holder.ts'
import { nextCase } from '../queries/next-case.ts'
import { type CaseWork, caseWork } from '../queries/case-work.ts'
import { decisionOf } from '../queries/decisions.ts'
import { firstDeciderOf } from '../queries/first-decider.ts'
import { collectInput } from '../queries/evaluation-input.ts'
import { postingsOfCase } from '../queries/office/batches.ts'
import { namesOf } from '../queries/people.ts'
import { precedentsFor } from '../queries/precedents.ts'
import { takenCourses } from '../queries/taken-courses.ts'
import { settingsOf } from '../queries/settings.ts'
import { evaluate } from '../rules/evaluate.ts'
import { asToldTo, isFinal } from '../rules/settings.ts'
import { appealUntil } from '../service/appeals.ts'
import { hasTitle } from '../rules/titles.ts'
import { recognitionEntries } from '../stories.ts'
import { staffStories } from '../stories-office.ts'
import { storyDetails } from '../story-details.ts'
import { asToldToReader } from '../told.ts'
import { shown } from './shown-refusal.ts'
import { mayKnowSigners } from './signers.ts'
import { suggestedLines } from './suggested-lines.ts'

/** The case of an address. */
export const loadCase = (work: Work, params: Record<string, string>) =>
  caseById(work, params['id'] ?? '')

/** What was typed into a form of the page that was refused. */
export type TypedWork = Readonly<Record<string, string | readonly string[]>>

/** The page of a case, with what was refused where something was. */
export async function casePage(
  call: Call<CasePageRow>,
  refusal: Refusal | null,
  typed: TypedWork = {},
): Promise<Answer> {
  // After a refusal the case may have moved on: it is read again.
  const now = refusal ? ((await caseById(call.work, call.object.id)) ?? call.object) : call.object
  const isOwn = personOf(call.actor) === now.person_id
  const found = isOwn ? asToldTo(now, call.now) : now
  const isStaff = call.may('recognition.comment.write', found)
  const around = await caseWork(call.work, found, { isStaff })
  const compared = await comparedStudent(
    call.work,
    {
      personId: found.person_id,
      organisationIds: [found.home_organisation_id, found.host_organisation_id],
    },
    found.holder,
  )
  const { lines } = asToldToReader(call.work, now, around.lines)
  const firstDecider =
    isStaff && around.reopenings.length > 0 ? await firstDeciderOf(call.work, found) : null
  const decidable =
    call.may('recognition.case.decide', found) && firstDecider?.id !== personOf(call.actor)
  const entries = await storyEntriesOf(call, now, isOwn)
  const names = await namesOf(call.work, [...judgesOf(lines), ...peopleOf(entries)])
  const mayEvaluate = call.may('recognition.case.evaluate', found)
  const next = mayGoOn(call, found, isOwn) ? await nextCase(call.work, found.id) : null
  // The link to the next case names its student.
  if (next) call.shows([next.personId])
  const html = renderPage(
    CasePage({
      call,
      found,
      lines,
      taken: mayEvaluate && found.state === 'open' ? await takenCourses(call.work, found) : [],
      suggested: mayEvaluate ? await suggestedLines(call, found, lines) : null,
      judges: names,
      precedents: mayEvaluate ? await precedentsFor(call.work, found, openCodes(lines)) : new Map(),
      allowance: decidable ? await allowanceOf(call, found) : null,
      story: storyOf(call, entries, names),
      differences: compared.differences,
      isOwn,
      firstDecider,
      isCheckDemanded: await isCheckDemanded(call, found, around),
      signature: around.signature,
      authenticity: around.authenticity,
      appealUntil: isOwn ? await openUntil(call, found) : null,
      // What stood before a revision stands until it is decided.
      postings:
        isFinal(found, call.now) || around.reopenings.length > 0
          ? await postingsOfCase(call.work, found.id)
          : null,
      around,
      next,
      reader: personOf(call.actor),
      typed: { line: call.query.get('line') ?? '', ...typed },
      may: mayOf(call, found, { isStaff, decidable, mayEvaluate }),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** What of a case its reader may do: the policy's own answers. */
function mayOf(
  call: Call<CasePageRow>,
  found: CasePageRow,
  given: { isStaff: boolean; decidable: boolean; mayEvaluate: boolean },
): CasePageProps['may'] {
  const { isStaff, decidable, mayEvaluate } = given
  return {
    talk: isStaff ? 'staff' : call.may('recognition.comment.reply', found) ? 'student' : null,
    evaluate: mayEvaluate,
    correct: call.may('recognition.line.correct', found),
    ask: call.may('recognition.evidence.ask', found),
    appeal: isFinal(found, call.now) && call.may('recognition.appeal.make', found),
    seeAppeals: call.may('recognition.appeal.read', found),
    revise: isFinal(found, call.now) && call.may('recognition.revision.open', found),
    retract: call.may('recognition.decision.retract', found),
    decide: decidable,
    withdraw: call.may('recognition.case.withdraw', found),
    check: call.may('recognition.transcript-check.make', found),
    seeCheck: call.may('recognition.transcript-check.read', found),
    route: call.may('recognition.case.route', found),
    statement: isFinal(found, call.now) && call.may('recognition.statement.read', found),
    list: call.may('recognition.case.list'),
    know: mayKnowSigners(call, found.home_organisation_id),
    journey: call.may('desk.journey.read', {
      id: found.person_id,
      organisation_ids: [found.home_organisation_id],
    }),
  }
}

/** Whether the institution lets nobody decide this case before a second person has checked what was typed. */
async function isCheckDemanded(call: Call, found: CasePageRow, { check }: CaseWork) {
  if (found.state !== 'open' || found.format !== 'hand' || check?.settledAt) return false
  return (await settingsOf(call.work, found.home_organisation_id)).demandsCheck
}

/** Whoever decides goes on to the next case once this one is decided. */
function mayGoOn(call: Call, found: CasePageRow, isOwn: boolean): boolean {
  return (
    found.state === 'decided' &&
    !isOwn &&
    call.may('recognition.case.decide', { ...found, state: 'open' })
  )
}

/** The last day for an objection to a final decision, where that is not over. */
async function openUntil(call: Call, found: CasePageRow): Promise<DateOnly | null> {
  if (!isFinal(found, call.now)) return null
  const decision = await decisionOf(call.work, found.id)
  const until =
    decision &&
    (await appealUntil(call.work, decision, {
      home_organisation_id: found.home_organisation_id,
      time_zone: found.home_time_zone,
      country: found.home_country,
    }))
  return until && dateInZone(call.now, found.home_time_zone) <= until ? until : null
}

/** What happened to a case, as its reader may know it. */
async function storyEntriesOf(call: Call, now: CasePageRow, isOwn: boolean): Promise<Entry[]> {
  const { entries } = await entriesAbout(
    call.work,
    {
      objectKind: 'recognition-case',
      objectId: now.id,
    },
    { types: toldTypes, limit: mostEntries },
  )
  return isOwn ? toldEntries(entries, now.state !== 'decided' || isFinal(now, call.now)) : entries
}

/** What happened to a case on one sheet, to be printed. */
export async function timelinePage(call: Call<CasePageRow>): Promise<Answer> {
  const isOwn = personOf(call.actor) === call.object.person_id
  const entries = await storyEntriesOf(call, call.object, isOwn)
  const names = await namesOf(call.work, peopleOf(entries))
  const html = renderPage(
    CaseTimelinePage({ call, found: call.object, story: storyOf(call, entries, names) }),
  )
  return { kind: 'html', html }
}

/** The story without decisions that were never told: those taken back, and one that is not final yet. */
function toldEntries(entries: readonly Entry[], isLastFinal: boolean): Entry[] {
  const decided = entries.filter(({ type }) => type === caseDecided.type)
  const untold = [
    ...entries.filter(({ type }) => type === decisionRetracted.type),
    ...(isLastFinal ? [] : decided.slice(0, 1)),
  ].map(({ data }) => data['document'])
  return entries.filter(
    ({ type, data }) =>
      !staffStories.has(type) &&
      (!(type === caseDecided.type || type === decisionRetracted.type) ||
        !untold.includes(data['document'])),
  )
}

/** Codes of the courses that wait for a person. A line without a title may be anything: no precedent is told of it. */
function openCodes(lines: readonly CaseLine[]): string[] {
  return lines
    .filter((line) => line.verdict === 'needs-decision' && hasTitle(line.titles))
    .map((line) => line.code)
}

async function allowanceOf(call: Call, found: CasePageRow): Promise<Fraction | null> {
  const today = dateInZone(call.now, found.home_time_zone)
  const collected = await collectInput(call.work, found, today)
  return collected.ok ? evaluate(collected.input).totals.allowance : null
}

function storyOf(
  call: Call,
  entries: readonly Entry[],
  names: ReadonlyMap<string, PersonName>,
): StoryEntry[] {
  return entries.flatMap((entry) => {
    const kind = recognitionEntries.find((each) => each.type === entry.type)
    const who = actorOf(entry).map((id) => names.get(id))[0]
    if (!kind) return []
    return [
      {
        at: entry.recordedAt,
        what: call.t(kind.label(entry.data, call.language)),
        names: (entry.data['names'] as LocalText | undefined) ?? null,
        who: whoText(call, who, principalOf(entry).map((id) => names.get(id))[0]),
        details: storyDetails(entry, call.t, call.language),
      },
    ]
  })
}

/** What a case's story tells; what was said stands in the conversation. */
const toldTypes = recognitionEntries
  .map(({ type }) => type)
  .filter((type) => type !== commentAdded.type && type !== commentTakenBack.type)

/** More than a case ever has: a story is told whole. */
const mostEntries = 1000

function actorOf(entry: Entry): string[] {
  return entry.actor.startsWith('person:') ? [entry.actor.slice('person:'.length)] : []
}

/** In whose place somebody acted. */
function principalOf({ data }: Entry): string[] {
  return typeof data['inPlaceOf'] === 'string' ? [data['inPlaceOf']] : []
}

function peopleOf(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => [...actorOf(entry), ...principalOf(entry)])
}

function whoText(
  { t, language }: Call,
  who: PersonName | undefined,
  other: PersonName | undefined,
): string | null {
  if (!who) return null
  const name = displayName(who, language)
  if (!other) return name
  return t(m('page.case.in-place-of', { name, other: displayName(other, language) }))
}
