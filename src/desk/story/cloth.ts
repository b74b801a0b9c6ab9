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
import { m } from '../messages/index.ts'
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

/** A crossing of a journey, with the state of its step in words; one that only follows from the next has none. */
export interface TellableStep {
  crossing: Crossing
  state: { label: string; tone: JourneyStep['state']['tone'] } | null
}

/** What is drawn: the threads, and the crossings with their words. */
export interface Journey {
  threads: ClothThread[]
  steps: TellableStep[]
  /** How many of the crossings are steps that a module tells. */
  told: number
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

/**
 * Strings a journey on the loom: each institution becomes a thread where it first appears. Where a step begins elsewhere
 * than the one before ended, the way there is drawn too, with the step as its evidence; once, for several transcripts
 * of one stay are several steps home and not several stays.
 */
export function journeyOf(
  call: Pick<Call, 'language' | 't' | 'href'>,
  steps: readonly JourneyStep[],
  today: DateOnly,
): Journey {
  const threads = new Map<string, ClothThread>()
  const thread = (organisation: { id: string; name: LocalText }): ClothThread => {
    const known = threads.get(organisation.id) ?? threadOf(organisation, call.language)
    threads.set(organisation.id, known)
    return known
  }
  const crossings: TellableStep[] = []
  const ways = new Set<string>()
  for (const step of steps) {
    const from = thread(step.fromOrganisation ?? step.organisation)
    const to = thread(step.organisation)
    const before = crossings.at(-1)?.crossing.threadTo
    const wasThere = before === to.id && ways.has(`${from.id} ${to.id}`)
    if (before !== undefined && before !== from.id && !wasThere) {
      crossings.push({ crossing: wayTo(call, from, before, step), state: null })
    }
    ways.add(`${from.id} ${to.id}`)
    crossings.push({
      state: { label: call.t(step.state.label), tone: step.state.tone },
      crossing: {
        threadFrom: wasThere ? to.id : from.id,
        ...(wasThere && from !== to ? { comesFrom: from.id } : {}),
        threadTo: to.id,
        kind: crossingKind(step.kind),
        date: when(step, call.language),
        at: step.from,
        label: call.t(step.label),
        href: call.href(step.href),
        planned: step.from > today,
      },
    })
  }
  return { threads: [...threads.values()], steps: crossings, told: steps.length }
}

function wayTo(
  call: Pick<Call, 'language' | 't' | 'href'>,
  to: ClothThread,
  threadFrom: string,
  evidence: JourneyStep,
): Crossing {
  const date = formatDate(evidence.from, call.language)
  return {
    threadFrom,
    threadTo: to.id,
    kind: 'exchange',
    date: call.t(m('journey.before', { date })),
    label: call.t(m('journey.at', { organisation: to.label })),
    href: call.href(evidence.href),
  }
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
