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

/** The alliance's own cloth: its members as threads, its programmes crossing from the leading one to each partner. */
export function allianceCloth(
  members: readonly NamedOrganisation[],
  programmes: readonly NamedProgramme[],
  call: Pick<Call, 'language' | 'href'>,
  today: DateOnly,
): { threads: ClothThread[]; crossings: Crossing[] } {
  const crossing = new Set(programmes.flatMap((programme) => programme.organisationIds))
  const woven = members.filter(({ id }) => crossing.has(id)).slice(0, mostThreads)
  const known = new Set(woven.map(({ id }) => id))
  const crossings = programmes.flatMap((programme) => {
    const path = programme.organisationIds.filter((id) => known.has(id))
    return path.slice(1).map((threadTo, index): Crossing & { from: DateOnly } => ({
      from: programme.from,
      threadFrom: path[index] as string,
      threadTo,
      kind: 'exchange',
      date: when(programme, call.language),
      at: programme.from,
      label: localised(programme.name, call.language).text,
      ...(programme.href ? { href: call.href(programme.href) } : {}),
      planned: programme.from > today,
    }))
  })
  const sorted = crossings.toSorted((left, right) => left.from.localeCompare(right.from))
  return {
    threads: woven.map((organisation) => ({
      ...threadOf(organisation, call.language),
      ...(organisation.href ? { href: call.href(organisation.href) } : {}),
    })),
    crossings: sorted.map(({ from: _from, ...rest }) => rest),
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
