import { createHash, randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work, type Writer } from '#kernel/database'
import { addFile, type ReceivedFile } from '#kernel/files'
import { isUuid } from '#kernel/values'
import { contentCompared } from '../entries-content.ts'
import { plainText } from '../formats/plain-text.ts'
import { mostTopics, readTopics } from '../formats/topics.ts'
import { m } from '../messages/index.ts'
import {
  type ComparisonDocument,
  type ComparisonRow,
  comparisonById,
  coursesKey,
  type NamedCourse,
} from '../queries/content.ts'
import { coursesByCodes } from '../queries/courses.ts'
import { contentShare, type Extent, topicFaults } from '../rules/content-share.ts'
import { canonicalJson } from '../rules/input-hash.ts'
import { toStored } from '../stored.ts'
import { mostCoursesInSet } from './equivalence-input.ts'

/** Two syllabi to be compared: whose courses, and their topics as lines. */
export interface StartComparison {
  homeOrganisationId: string
  hostOrganisationId: string
  hostCourses: readonly string[]
  homeCourses: readonly string[]
  hostTopics: string
  homeTopics: string
  /** Titles of host courses that no catalogue has: as the transcript has them. */
  hostTitles?: readonly NamedCourse[]
  /** The line of a case for which it is made. */
  line?: { caseId: string; position: number } | null
  files?: readonly { side: 'host' | 'home'; file: ReceivedFile }[]
}

/**
 * Begins a comparison: both syllabi as topics, nothing judged yet. Refuses a side without courses or topics, with too
 * many of either, and home courses that the current catalogue does not have.
 */
export async function startComparison(
  work: Work,
  input: StartComparison,
): Promise<{ comparisonId: string } | Refusal> {
  const { homeOrganisationId: home, hostOrganisationId: host } = input
  const facts = { home_organisation_id: home }
  if (
    !isUuid(home) ||
    !isUuid(host) ||
    home === host ||
    !work.may('recognition.content.compare', facts)
  ) {
    return refuse(404, m('content.refusal.absent'))
  }
  const document = await documentOf(work, input)
  if ('refusal' in document) return document
  const id = randomUUIDv7()
  const organisation = await work.read
    .selectFrom('organisations')
    .select('origin')
    .where('id', '=', home)
    .executeTakeFirstOrThrow()
  const row = {
    id,
    origin: organisation.origin,
    home_organisation_id: home,
    host_organisation_id: host,
    host_key: coursesKey(document.host.courses),
    home_key: coursesKey(document.home.courses),
    case_id: input.line?.caseId ?? null,
    line_position: input.line?.position ?? null,
    created_by: judge(work),
    created_at: work.now,
  }
  await work.writeUnchronicled((tx) => tx.insertInto('content_comparisons').values(row).execute())
  await addVersion(work, { id, home_organisation_id: home, version: 0 }, document)
  for (const { side, file } of input.files ?? []) {
    const { id: fileId } = await addFile(work, file, {
      ownerKind: 'content-comparison',
      ownerId: id,
      origin: organisation.origin,
    })
    await work.writeUnchronicled((tx) =>
      tx
        .insertInto('content_files')
        .values({
          id: randomUUIDv7(),
          comparison_id: id,
          side,
          file_id: fileId,
          added_by: judge(work),
          added_at: work.now,
        })
        .execute(),
    )
  }
  return { comparisonId: id }
}

/** What somebody judged of the home courses' topics, by their positions. */
export interface JudgeComparison {
  comparisonId: string
  /** The version that was looked at: another one since is looked at first. */
  version: number
  topics: readonly { extent: Extent | null; hostTopics: readonly number[] }[]
  note: string
}

/** Adds a version with another judgement. Refuses one that contradicts itself, naming the topic, and one of an older version. */
export async function judgeComparison(
  work: Work,
  input: JudgeComparison,
): Promise<{ version: number } | Refusal> {
  const found = await comparisonById(work, input.comparisonId, { lock: true })
  if (!found || !work.may('recognition.content.compare', found)) {
    return refuse(404, m('content.refusal.absent'))
  }
  if (found.version !== input.version) return refuse(409, m('content.refusal.changed-meanwhile'))
  const { document } = found
  const topics = document.home.topics.map((topic, index) => ({
    ...topic,
    extent: input.topics[index]?.extent ?? null,
    hostTopics: [...new Set(input.topics[index]?.hostTopics ?? [])].toSorted((a, b) => a - b),
  }))
  const faults = topicFaults(topics, document.host.topics.length)
  if (faults.size > 0) {
    const fields = [...faults].map(([index, fault]) => [
      `extent-${index}`,
      m(`content.fault.${fault}`, { topic: document.home.topics[index]!.text }),
    ])
    return refuse(422, m('content.refusal.check'), Object.fromEntries(fields))
  }
  return addVersion(work, found, {
    ...document,
    home: { ...document.home, topics },
    note: plainText(input.note).slice(0, 2000),
  })
}

/** Replaces the topics of a comparison by others; what was judged of a topic whose words stay, stays. */
export async function changeTopics(
  work: Work,
  input: { comparisonId: string; version: number; hostTopics: string; homeTopics: string },
): Promise<{ version: number } | Refusal> {
  const found = await comparisonById(work, input.comparisonId, { lock: true })
  if (!found || !work.may('recognition.content.compare', found)) {
    return refuse(404, m('content.refusal.absent'))
  }
  if (found.version !== input.version) return refuse(409, m('content.refusal.changed-meanwhile'))
  const sides = topicsOf(input)
  if ('refusal' in sides) return sides
  const { document } = found
  const moved = new Map(
    document.host.topics.map(({ text }, index) => [
      index,
      sides.host.topics.findIndex((topic) => topic.text === text),
    ]),
  )
  const topics = sides.home.topics.map((topic) => {
    const before = document.home.topics.find(({ text }) => text === topic.text)
    const hostTopics = (before?.hostTopics ?? []).flatMap((index) => {
      const now = moved.get(index) ?? -1
      return now < 0 ? [] : [now]
    })
    const isLost = before !== undefined && before.hostTopics.length > 0 && hostTopics.length === 0
    return { ...topic, extent: isLost ? null : (before?.extent ?? null), hostTopics }
  })
  return addVersion(work, found, {
    ...document,
    unit: sides.home.unit,
    host: { ...document.host, topics: sides.host.topics },
    home: { ...document.home, topics },
  })
}

async function addVersion(
  work: Work,
  found: Pick<ComparisonRow, 'id' | 'version' | 'home_organisation_id'>,
  document: ComparisonDocument,
): Promise<{ version: number }> {
  const { share } = contentShare(document.home.topics)
  const version = found.version + 1
  const stored = toStored(document)
  const sha256 = createHash('sha256')
    .update(canonicalJson(JSON.parse(stored)))
    .digest('hex')
  const entry = contentCompared({
    object: { kind: 'content-comparison', id: found.id },
    organisationIds: [found.home_organisation_id],
    data: {
      host: coursesKey(document.host.courses),
      home: coursesKey(document.home.courses),
      version,
      share: share?.toString() ?? null,
      document: sha256,
    },
  })
  await work.write(entry, (tx: Writer) =>
    tx
      .insertInto('content_comparison_versions')
      .values({
        comparison_id: found.id,
        version,
        document: stored,
        document_sha256: sha256,
        content_share: share?.toString() ?? null,
        made_by: judge(work),
        made_at: work.now,
      })
      .execute(),
  )
  return { version }
}

function judge(work: Work): string {
  const personId = personOf(work.actor)
  if (personId === null) throw new Error('Content is judged by a person')
  return personId
}

async function documentOf(
  work: Work,
  input: StartComparison,
): Promise<ComparisonDocument | Refusal> {
  const sides = topicsOf(input)
  if ('refusal' in sides) return sides
  const codes = {
    host: [...new Set(input.hostCourses.map(plainText).filter((code) => code !== ''))],
    home: [...new Set(input.homeCourses.map(plainText).filter((code) => code !== ''))],
  }
  for (const side of ['host', 'home'] as const) {
    const name = `${side}Courses`
    if (codes[side].length === 0) return wrong(name, m('content.fault.no-course'))
    if (codes[side].length > mostCoursesInSet)
      return wrong(name, m('content.fault.too-many-courses'))
  }
  const hostCatalogue = await coursesByCodes(work, input.hostOrganisationId, codes.host)
  const homeCatalogue = await coursesByCodes(work, input.homeOrganisationId, codes.home)
  const unknown = codes.home.find((code) => !homeCatalogue.has(code))
  if (unknown) return wrong('homeCourses', m('equivalence.fault.home-course', { code: unknown }))
  const onTranscript = new Map((input.hostTitles ?? []).map(({ code, titles }) => [code, titles]))
  return {
    unit: sides.home.unit,
    note: '',
    host: {
      courses: codes.host.map((code) => ({
        code,
        titles: hostCatalogue.get(code)?.titles ?? onTranscript.get(code) ?? {},
      })),
      topics: sides.host.topics,
    },
    home: {
      courses: codes.home.map((code) => ({ code, titles: homeCatalogue.get(code)!.titles })),
      topics: sides.home.topics.map((topic) => ({ ...topic, extent: null, hostTopics: [] })),
    },
  }
}

/** Both sides' topics, or what is wrong with the lines. */
export function topicsOf(input: { hostTopics: string; homeTopics: string }) {
  const sides = { host: readTopics(input.hostTopics), home: readTopics(input.homeTopics) }
  for (const side of ['host', 'home'] as const) {
    const name = `${side}Topics`
    if (sides[side].topics.length === 0) return wrong(name, m('content.fault.no-topics'))
    if (sides[side].topics.length > mostTopics) {
      return wrong(name, m('content.fault.too-many-topics', { limit: mostTopics }))
    }
  }
  return sides
}

function wrong(field: string, message: ReturnType<typeof m>): Refusal {
  return refuse(422, m('content.refusal.check'), { [field]: message })
}
