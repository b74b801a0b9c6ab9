import { sql } from 'kysely'
import type { Work, Writer } from '#kernel/database'
import { monthAfter, firstKeptMonth, type Month, monthOf, startOfMonth } from '../rules/months.ts'

/** How many months are made ahead: a job that does not run for weeks is not noticed. */
const monthsAhead = 2

/** What a round has done. */
export interface ArrangedMonths {
  made: Month[]
  dropped: Month[]
}

/** Makes the partitions of this month and the next ones, and drops those whose time is over. Run again it finds nothing to do. */
export async function arrangeMonths(
  perform: <T>(verb: (work: Work) => Promise<T>) => Promise<T>,
  keptMonths: number,
): Promise<ArrangedMonths> {
  const { present, now } = await perform(async (work) => ({
    present: await monthsPresent(work),
    now: work.now,
  }))
  const first = firstKeptMonth(now, keptMonths)
  const wanted = Array.from({ length: monthsAhead + 1 }, (_, place) =>
    monthAfter(monthOf(now), place),
  )
  const made = wanted.filter((month) => !present.includes(month))
  for (const month of made) await perform((work) => makeMonth(work, month))
  const dropped = present.filter((month) => month < first)
  for (const month of dropped) await perform((work) => dropMonth(work, month))
  await perform((work) => clearRest(work, first))
  return { made, dropped }
}

/** The months that have a partition. */
export async function monthsPresent(work: Work): Promise<Month[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'personal_reads'::regclass order by c.relname`.execute(
    work.read as unknown as Writer,
  )
  return rows.flatMap(({ name }) => {
    const found = /^personal_reads_(\d{4})_(\d{2})$/.exec(name)
    return found ? [`${found[1]}-${found[2]}`] : []
  })
}

/** Makes a month's partition; what waits for it in the rest moves into it in the same transaction. */
function makeMonth(work: Work, month: Month): Promise<void> {
  const [from, until] = [startOfMonth(month), startOfMonth(monthAfter(month, 1))]
  const inMonth = sql`read_at >= ${literal(from)} and read_at < ${literal(until)}`
  return work.writeUnchronicled(async (tx) => {
    await sql`lock table personal_reads in access exclusive mode`.execute(tx)
    if ((await monthsPresent(work)).includes(month)) return
    await sql`create temporary table moving_reads on commit drop as
      select * from personal_reads_rest where ${inMonth}`.execute(tx)
    await sql`delete from personal_reads_rest where ${inMonth}`.execute(tx)
    await sql`create table ${sql.id(tableOf(month))} partition of personal_reads
      for values from (${literal(from)}) to (${literal(until)})`.execute(tx)
    await sql`insert into personal_reads select * from moving_reads`.execute(tx)
    await sql`drop table moving_reads`.execute(tx)
  })
}

function dropMonth(work: Work, month: Month): Promise<void> {
  return work.writeUnchronicled(async (tx) => {
    await sql`drop table if exists ${sql.id(tableOf(month))}`.execute(tx)
  })
}

function clearRest(work: Work, first: Month): Promise<void> {
  return work.writeUnchronicled(async (tx) => {
    await sql`delete from personal_reads_rest where read_at < ${startOfMonth(first)}`.execute(tx)
  })
}

function tableOf(month: Month): string {
  return `personal_reads_${month.replace('-', '_')}`
}

/** The bounds of a partition cannot be parameters. */
function literal(at: Date) {
  return sql.lit(at.toISOString())
}
