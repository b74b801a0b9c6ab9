import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, type Work, type WorkContext } from '#kernel/database'
import { receiveFile, writeXlsx } from '#kernel/files'
import type { Seeding } from '#kernel/http'
import { cast, grantsOf } from '#modules/alliance'
import { roundById } from './queries/rounds.ts'
import { runsOf } from './queries/runs.ts'
import type { Side } from './rules/sides.ts'
import { checkWithNew, giveLists, makeRound, type NewList } from './service/rounds.ts'
import { carryOut } from './service/run-job.ts'
import { freezeRun, prepareRun, publishRun } from './service/runs.ts'

const dayMs = 24 * 60 * 60_000

/** Invented applicants with their country and their wishes, by the number of the place, the best first. */
const applicants: readonly (readonly [string, string, ...number[]])[] = [
  ['พิมพ์ชนก วงศ์อารี', 'TH', 1, 3, 2],
  ['ธนภัทร เกียรติกุล', 'TH', 1, 2, 4],
  ['ณิชาภา ศรีวิไล', 'TH', 3, 1],
  ['กฤติน โชติวานิช', 'TH', 2, 1, 5],
  ['ศุภิสรา แก้วมณี', 'TH', 1, 6, 3],
  ['ปวริศ ทองสุข', 'TH', 4, 2],
  ['林雨桐', 'CN', 1, 5, 3],
  ['周子涵', 'CN', 5, 1],
  ['陈思远', 'CN', 2, 5, 1],
  ['吴若曦', 'CN', 6, 5, 7],
  ['徐嘉怡', 'CN', 1, 7],
  ['郑文博', 'CN', 5, 2, 6],
  ['윤서연', 'KR', 7, 1, 3],
  ['강도현', 'KR', 7, 6],
  ['임하은', 'KR', 1, 7, 8],
  ['조민석', 'KR', 8, 7, 2],
  ['Camille Roussel', 'FR', 3, 8],
  ['Théo Lambert', 'FR', 1, 3, 8],
  ['Inès Garnier', 'FR', 8, 3],
  ['Lucas Perrot', 'FR', 2],
]

/** Invented places with seats, country, sector, and whom they rank, by the number of the applicant; `=` ties. */
const places: readonly (readonly [string, number, string, string, string])[] = [
  ['Silk Road Museum, conservation', 2, 'CN', 'Museums', '7 =5 1 18 =2 11 15 13 3 4 8 9'],
  ['Perfect Level Studios, localisation', 2, 'CN', 'Games', '9 4 =2 6 12 20 16 1'],
  ['Khlong Textile Archive', 2, 'TH', 'Museums', '17 3 1 19 =18 7 13 5'],
  ['Chao Phraya Data Cooperative', 2, 'TH', 'Software', ''],
  ['Lumière Nord, restoration', 3, 'FR', 'Film', '8 7 12 =9 10 4'],
  ['Atelier Rhône, weaving', 1, 'FR', 'Crafts', '10 14 =5 12'],
  ['Saebyeok Media Lab', 3, 'KR', 'Film', '13 14 15 =16 11 10'],
  ['Han River Publishing', 3, 'KR', 'Publishing', '16 17 19 =18 15'],
]

/** A round that ran and was published, and one whose lists must be mended before it can run. */
export async function seedMatching(seeding: Seeding): Promise<void> {
  seeding.progress('matching: rounds')
  const names = ['Internships across the alliance, spring 2027', 'Museum summer placements 2027']
  const [ran, waiting] = names as [string, string]
  if (!(await isThere(seeding, ran))) {
    const roundId = await roundWith(seeding, ran, 12, applicantRows(), placeRows())
    await runAndPublish(seeding, roundId)
  }
  if (!(await isThere(seeding, waiting))) {
    await roundWith(
      seeding,
      waiting,
      2,
      [...applicantRows().slice(0, 7), ['ศิรดา มณีวงศ์', 'TH', 'Museum of Tides', '', '']],
      placeRows()
        .filter((_row, at) => at === 0 || at === 2)
        .map((row) => row.slice(0, 4)),
    )
  }
}

function placeName(number: number): string {
  return places[number - 1]![0]
}

function applicantRows(): string[][] {
  return applicants.map(([name, country, ...wishes]) => [
    name,
    country,
    ...[0, 1, 2].map((at) => (wishes[at] === undefined ? '' : placeName(wishes[at]))),
  ])
}

function placeRows(): string[][] {
  const most = Math.max(...places.map(([, , , , ranked]) => ranked.split(' ').length))
  return places.map(([name, seats, country, sector, ranked]) => {
    const cells = ranked === '' ? [] : ranked.split(' ')
    const named = cells.map((cell) => {
      const tied = cell.startsWith('=') ? '= ' : ''
      return `${tied}${applicants[Number(cell.replace('=', '')) - 1]![0]}`
    })
    const empty = Array.from({ length: most - named.length }, () => '')
    return [name, String(seats), country, sector, ...named, ...empty]
  })
}

async function isThere({ database }: Seeding, name: string): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('matching_lists as l')
    .innerJoin('matching_rounds as r', 'r.id', 'l.round_id')
    .select('r.id')
    .where('r.name', '=', name)
    .executeTakeFirst()
  return row !== undefined
}

async function roundWith(
  seeding: Seeding,
  name: string,
  daysAgo: number,
  people: string[][],
  offered: string[][],
): Promise<string> {
  const { services } = seeding
  const made = succeeded(
    await by(seeding, daysAgo, (work) =>
      makeRound(work, {
        organisationId: cast.organisations.au,
        name,
        about: 'Invented applicants and places of the demonstration.',
        node: services.node,
        id: randomUUIDv7(),
      }),
    ),
  )
  const lists: NewList[] = [
    await listOf(seeding, 'applicants', ['Applicant', 'Country', '1st', '2nd', '3rd'], people),
    await listOf(
      seeding,
      'places',
      [
        'Place',
        'Seats',
        'Country',
        'Sector',
        ...offered[0]!.slice(4).map((_, at) => `Ranked ${at + 1}`),
      ],
      offered,
    ),
  ]
  const findings = await checkWithNew(services.blobs, 'places', {}, lists)
  if (isRefused(findings)) throw new Error(`the demonstration is refused: ${findings.message.key}`)
  const found = { findings, before: {} }
  succeeded(await by(seeding, daysAgo, (work) => giveLists(work, made.roundId, lists, found)))
  return made.roundId
}

async function listOf(
  { services }: Seeding,
  side: Side,
  header: string[],
  rows: string[][],
): Promise<NewList> {
  const columns = header.map((each) => ({ header: each, kind: 'text' as const }))
  const bytes = await writeXlsx({ sheets: [{ name: side, columns, rows }] })
  const file = await receiveFile(
    services.blobs,
    { name: `${side}-2027.xlsx`, bytes },
    { allow: ['xlsx'], maxBytes: 1_000_000 },
  )
  return { side, file: succeeded(file), reading: null }
}

async function runAndPublish(seeding: Seeding, roundId: string): Promise<void> {
  const { runner, services } = seeding
  const context = await coordinator(seeding, 5)
  const work = runner.reading(context)
  const round = (await roundById(work, roundId))!
  const prepared = succeeded(await prepareRun(work, services.blobs, round, 'lottery'))
  const { runId } = succeeded(
    await runner.perform(context, (writing) => freezeRun(writing, roundId, prepared)),
  )
  await carryOut({ runner, context, blobs: services.blobs }, runId)
  const [run] = await runsOf(work, roundId)
  if (run?.state !== 'proved') throw new Error('the run of the demonstration is not proved')
  succeeded(await by(seeding, 4, (writing) => publishRun(writing, runId)))
}

function succeeded<T>(result: T | Refusal): T {
  if (isRefused(result)) throw new Error(`the demonstration is refused: ${result.message.key}`)
  return result
}

async function coordinator(
  { database, now: today }: Seeding,
  daysAgo: number,
): Promise<WorkContext> {
  const now = new Date(today.getTime() - daysAgo * dayMs)
  const personId = cast.people.coordinatorAu
  const grants = await grantsOf(database.kysely, personId, today)
  return { actor: { kind: 'person', personId, grants }, now, language: 'en' }
}

async function by<T>(
  seeding: Seeding,
  daysAgo: number,
  verb: (work: Work) => Promise<T>,
): Promise<T> {
  return seeding.runner.perform(await coordinator(seeding, daysAgo), verb)
}
