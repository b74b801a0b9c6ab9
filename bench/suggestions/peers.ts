import MiniSearch from 'minisearch'
import pg from 'pg'
import type { CatalogueCourse } from '../../src/modules/recognition/suggestions/catalogue-index.ts'
import type { Ranker } from './measure.ts'

/** The settings of MiniSearch that are tried; the table shows the best of them for each file. */
export const miniSearchSettings = {
  'as it comes': {},
  prefix: { prefix: true },
  'prefix, fuzzy 0.2': { prefix: true, fuzzy: 0.2 },
} as const

export type MiniSearchSetting = keyof typeof miniSearchSettings

/** BM25 by MiniSearch over the titles of a pool. */
export function miniSearch(
  pool: readonly CatalogueCourse[],
  setting: MiniSearchSetting,
  read: (course: Pick<CatalogueCourse, 'code' | 'titles'>) => string,
): Ranker {
  const engine = new MiniSearch<{ id: number; title: string }>({ fields: ['title'] })
  engine.addAll(pool.map((course, id) => ({ id, title: read(course) })))
  return (host) =>
    engine
      .search(read(host), miniSearchSettings[setting])
      .slice(0, 10)
      .map(({ id }) => pool[id as number]!.code)
}

/** A table of titles on a real PostgreSQL server with a trigram index, asked for the nearest. */
export interface Trigrams {
  ranker: Ranker
  close(): Promise<void>
}

/** Fills a table of its own; throws where the server lacks the extension. */
export async function trigrams(
  url: string,
  pool: readonly CatalogueCourse[],
  read: (course: Pick<CatalogueCourse, 'code' | 'titles'>) => string,
): Promise<Trigrams> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const table = `titles_${(counter += 1)}`
  await client.query('create extension if not exists pg_trgm')
  await client.query(`create table ${table} (id integer primary key, title text not null)`)
  for (let start = 0; start < pool.length; start += 5000) {
    const part = pool.slice(start, start + 5000)
    await client.query(`insert into ${table} select * from unnest($1::integer[], $2::text[])`, [
      part.map((_, at) => start + at),
      part.map((course) => read(course).replaceAll('\0', '')),
    ])
  }
  await client.query(`create index on ${table} using gist (title gist_trgm_ops)`)
  await client.query(`analyze ${table}`)
  return {
    async ranker(host) {
      const { rows } = await client.query<{ id: number }>({
        name: table,
        text: `select id from ${table} order by title <-> $1, id limit 10`,
        values: [read(host)],
      })
      return rows.map(({ id }) => pool[id]!.code)
    },
    close: () => client.end(),
  }
}

let counter = 0
