import { createHash } from 'node:crypto'
import { isRefused } from '#kernel/database'
import { runRound } from '#modules/matching'
import type { Site } from '../../src/app.ts'
import { idOf, insert } from './rows.ts'
import { places, subjects } from './viewers.ts'

/** A round at each school and its run, which has ended with a result. */
export const matchingThings = {
  rounds: { home: idOf(21, 1), other: idOf(21, 2) },
  runs: { home: idOf(21, 3), other: idOf(21, 4) },
} as const

/** What stands in the addresses of a run's parts. */
export const runCodes = { applicant: 'AAAA-BBBB-CCCC' } as const

/** A round with a proved run at each school; its certificate lies in the store, as a real one does. */
export async function insertMatching(site: Site, now: Date): Promise<void> {
  const { database } = site.house
  const certificate = runRound({
    seed: 'matrix',
    applicants: [{ id: runCodes.applicant, choices: ['Museum'] }],
    places: [{ id: 'Museum', seats: 1, ranking: null }],
  })
  const bytes = new TextEncoder().encode(JSON.stringify(certificate))
  const blob = await site.services.blobs.put(bytes)
  if (isRefused(blob)) throw new Error('the certificate of the matrix cannot be stored')
  for (const [at, place] of [
    ['home', 1],
    ['other', 2],
  ] as const) {
    const round = matchingThings.rounds[at]
    const run = matchingThings.runs[at]
    const file = idOf(22, place)
    const seed = 'ab'.repeat(32)
    const shared = { origin: 'matrix.example' }
    await insert(database, 'matching_rounds', [
      {
        ...shared,
        id: round,
        organisation_id: places[at],
        name: `Round ${at}`,
        code_key: 'key',
        created_by: subjects.student,
        created_at: now,
        findings: { lists: {}, applicants: 0, places: 0, seats: 0, faults: [], faultCount: 0 },
      },
    ])
    await insert(
      database,
      'matching_seeds',
      [1, 2].map((number) => ({
        round_id: round,
        number,
        seed,
        commitment: createHash('sha256').update(seed).digest('hex'),
        committed_at: now,
      })),
    )
    await insert(database, 'files', [
      {
        ...shared,
        id: file,
        sha256: blob.sha256,
        name: 'certificate.json',
        kind: 'json',
        size_bytes: blob.sizeBytes,
        owner_kind: 'matching-run',
        owner_id: run,
        created_at: now,
      },
    ])
    await insert(database, 'matching_runs', [
      {
        ...shared,
        id: run,
        round_id: round,
        number: 1,
        code: `RUN000000${place}`,
        inputs_sha256: certificate.inputsSha256,
        inputs_file_id: file,
        program_version: 'matrix',
        frozen_by: subjects.student,
        frozen_at: now,
      },
    ])
    await insertResult(database, run, file, now)
  }
}

async function insertResult(
  database: Site['house']['database'],
  run: string,
  file: string,
  now: Date,
): Promise<void> {
  const row = { run_id: run, number: 0 }
  await insert(database, 'matching_places', [
    { ...row, name: 'Museum', seats: 1, filled: 1, asked: 1, first_choices: 1, by_lot: false },
  ])
  await insert(database, 'matching_placements', [
    { ...row, code: runCodes.applicant, place_number: 0, choice: 1, choices: 1 },
  ])
  const summary = {
    applicants: 1,
    choices: [1],
    unmatched: 0,
    places: 1,
    seats: 1,
    byCountry: [],
    byPlaceCountry: [],
    bySector: [],
  }
  await database.execute(
    `update matching_runs set state = 'proved', stage = 'ended', share = 100, ended_at = $1,
       certificate_file_id = $2, summary = $3 where id = $4`,
    [now, file, JSON.stringify(summary), run],
  )
}
