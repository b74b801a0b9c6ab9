import { sql } from 'kysely'
import type { WorkContext, WorkRunner } from '#kernel/database'
import { indexDocuments, removeDocument, type SearchDocument } from '#kernel/search'
import type { LocalText } from '#kernel/values'

/** Documents that one transaction writes. */
const batchSize = 200

interface IndexParts {
  runner: WorkRunner
  context: WorkContext
  signal?: AbortSignal
}

/**
 * Puts the courses of an institution's current catalogue into the search, and takes out those that
 * it no longer has. A course keeps its place there through every import: it is known by its code.
 */
export async function indexCourses(parts: IndexParts, organisationId: string): Promise<void> {
  const { runner, context } = parts
  const work = runner.reading(context)
  const names = await work.read
    .selectFrom('organisations')
    .select('names')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!names) return
  let last = ''
  for (;;) {
    parts.signal?.throwIfAborted()
    const courses = await work.read
      .selectFrom('courses as c')
      .innerJoin('current_catalogues as now', 'now.catalogue_id', 'c.catalogue_id')
      .select(['c.code', 'c.titles'])
      .where('now.organisation_id', '=', organisationId)
      .where('c.code', '>', last)
      .orderBy('c.code')
      .limit(batchSize)
      .execute()
    if (courses.length === 0) break
    last = courses.at(-1)!.code
    const documents = courses.map((course) => documentOf(organisationId, names.names, course))
    await runner.perform(context, (writing) =>
      writing.writeUnchronicled((tx) => indexDocuments(tx, documents)),
    )
  }
  await removeOthers(parts, organisationId)
}

function documentOf(
  organisationId: string,
  organisation: LocalText,
  course: { code: string; titles: Partial<Record<string, string>> },
): SearchDocument {
  const title = course.titles as LocalText
  return {
    kind: 'course',
    objectId: `${organisationId}/${course.code}`,
    visibility: { to: 'signed-in' },
    title: Object.keys(title).length === 0 ? { en: course.code } : title,
    subtitle: withCode(course.code, organisation),
    names: [course.code],
    href: `/recognition/courses/${organisationId}/${encodeURIComponent(course.code)}`,
  }
}

/** Many courses of one institution are called alike; the code tells them apart. */
function withCode(code: string, organisation: LocalText): LocalText {
  return Object.fromEntries(
    Object.entries(organisation).map(([language, name]) => [language, `${code} · ${name}`]),
  )
}

/** Takes out what the catalogue no longer has, some at a time; the database finds them, so that no memory holds the codes. */
async function removeOthers(
  { runner, context, signal }: IndexParts,
  organisationId: string,
): Promise<void> {
  for (;;) {
    signal?.throwIfAborted()
    const gone = await runner
      .reading(context)
      .read.selectFrom('search_documents as d')
      .select('d.object_id')
      .where('d.kind', '=', 'course')
      .where('d.object_id', 'like', `${organisationId}/%`)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('courses as c')
              .innerJoin('current_catalogues as now', 'now.catalogue_id', 'c.catalogue_id')
              .select('c.id')
              .where('now.organisation_id', '=', organisationId)
              .where('c.code', '=', sql<string>`substr(d.object_id, ${organisationId.length + 2})`),
          ),
        ),
      )
      .limit(batchSize)
      .execute()
    if (gone.length === 0) return
    await runner.perform(context, (work) =>
      work.writeUnchronicled(async (tx) => {
        for (const { object_id: id } of gone) await removeDocument(tx, 'course', id)
      }),
    )
  }
}
