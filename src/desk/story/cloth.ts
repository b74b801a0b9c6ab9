import type { Call, JourneyStep, Manifest } from '#kernel/http'
import {
  type DateOnly,
  formatDate,
  formatDateRange,
  type Language,
  type LocalText,
  localised,
} from '#kernel/values'
import type { ClothThread, Crossing, CrossingKind } from '#ui'
import type { NamedOrganisation, NamedProgramme } from '../ports.ts'

const kinds: readonly string[] = [
  'admission',
  'exchange',
  'internship',
  'lab',
  'summit',
  'exhibition',
  'mentorship',
  'recognition',
  'credential',
] satisfies CrossingKind[]

/** A step of a journey with its state in words, in the order of time. */
export interface TellableStep {
  step: JourneyStep
  crossing: Crossing
  state: { label: string; tone: JourneyStep['state']['tone'] }
}

/** What is drawn: the threads, and the crossings with their words. */
export interface Journey {
  threads: ClothThread[]
  steps: TellableStep[]
}

/** The steps of a person's journey from all modules, for a reader who may see them, oldest first. */
export async function journeySteps(
  work: Call['work'],
  manifests: readonly Manifest[],
  personId: string,
): Promise<JourneyStep[]> {
  const steps: JourneyStep[] = []
  for (const manifest of manifests) {
    if (manifest.journey) steps.push(...(await manifest.journey(work, personId)))
  }
  return steps.toSorted(
    (left, right) => left.from.localeCompare(right.from) || left.id.localeCompare(right.id),
  )
}

/** Strings a journey on the loom: each institution becomes a thread where it first appears. */
export function journeyOf(
  call: Pick<Call, 'language' | 't' | 'href'>,
  steps: readonly JourneyStep[],
  today: DateOnly,
): Journey {
  const threads = new Map<string, ClothThread>()
  const thread = (organisation: { id: string; name: LocalText }) => {
    if (!threads.has(organisation.id)) {
      threads.set(organisation.id, threadOf(organisation, call.language))
    }
    return organisation.id
  }
  const tellable = steps.map((step): TellableStep => {
    const threadFrom = thread(step.fromOrganisation ?? step.organisation)
    const threadTo = thread(step.organisation)
    return {
      step,
      state: { label: call.t(step.state.label), tone: step.state.tone },
      crossing: {
        threadFrom,
        threadTo,
        kind: crossingKind(step.kind),
        date: when(step, call.language),
        at: step.from,
        label: call.t(step.label),
        href: call.href(step.href),
        planned: step.from > today,
      },
    }
  })
  return { threads: [...threads.values()], steps: tellable }
}

/**
 * The alliance's own cloth: its members as threads, its programmes crossing them. Partners have no order, so a programme
 * begins where the one before it ended, if it can: the thread runs on.
 */
export function allianceCloth(
  members: readonly NamedOrganisation[],
  programmes: readonly NamedProgramme[],
  call: Pick<Call, 'language' | 'href'>,
  today: DateOnly,
): { threads: ClothThread[]; crossings: Crossing[] } {
  const joined = new Set(programmes.flatMap((programme) => programme.organisationIds))
  const woven = new Map(
    members
      .filter(({ id }) => joined.has(id))
      .slice(0, mostThreads)
      .map((organisation) => [organisation.id, organisation]),
  )
  const crossings: Crossing[] = []
  for (const programme of programmes.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const path = pathFrom(crossings.at(-1)?.threadTo, programme, woven)
    path.slice(1).forEach((organisation, index) => {
      const before = path[index] as NamedOrganisation
      crossings.push({
        threadFrom: before.id,
        threadTo: organisation.id,
        kind: 'exchange',
        at: programme.from,
        planned: programme.from > today,
        ...wordsOf(programme, index === 0 ? null : organisation, call),
      })
    })
  }
  const threads = [...woven.values()].map((organisation) => ({
    ...threadOf(organisation, call.language),
    ...(organisation.href ? { href: call.href(organisation.href) } : {}),
  }))
  return { threads, crossings }
}

function pathFrom(
  last: string | undefined,
  programme: NamedProgramme,
  woven: ReadonlyMap<string, NamedOrganisation>,
): NamedOrganisation[] {
  const ids = programme.organisationIds
  const first = last !== undefined && ids.includes(last) ? [last] : []
  return [...new Set([...first, ...ids])].flatMap((id) => woven.get(id) ?? [])
}

/** The first crossing of a programme names it and its time; the others name the member that it reaches. */
function wordsOf(
  programme: NamedProgramme,
  reached: NamedOrganisation | null,
  { language, href }: Pick<Call, 'language' | 'href'>,
): Pick<Crossing, 'date' | 'label' | 'href'> {
  const name = localised(programme.name, language).text
  const target = reached ? reached.href : programme.href
  return {
    date: reached ? name : when(programme, language),
    label: reached ? localised(reached.name, language).text : name,
    ...(target ? { href: href(target) } : {}),
  }
}

/** More threads than this cannot be told apart by their dye. */
const mostThreads = 8

function threadOf(organisation: { id: string; name: LocalText }, language: Language): ClothThread {
  const name = localised(organisation.name, language)
  return {
    id: organisation.id,
    label: name.text,
    ...(name.language === language ? {} : { labelLanguage: name.language }),
  }
}

function when(
  { from, until }: { from: DateOnly; until: DateOnly | null },
  language: Language,
): string {
  return until === null || until === from
    ? formatDate(from, language)
    : formatDateRange(from, until, language, 'month')
}

function crossingKind(kind: string): CrossingKind {
  return kinds.includes(kind) ? (kind as CrossingKind) : 'recognition'
}
