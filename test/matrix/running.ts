import type { Route } from '#kernel/http'
import { type Asker, askerOf } from './asking.ts'
import type { MatrixSite } from './fixture.ts'
import { oracleOf } from './oracle.ts'
import { nothing } from './people.ts'
import { uniqueName } from './rows.ts'
import { mayReach, type Thing, thingsOf } from './things.ts'
import { nameNumberOf, places, subjects } from './viewers.ts'
import type { World } from './world.ts'
import { restoreShows } from './world-shows.ts'
import { restoreCalls } from './world-calls.ts'
import { restoreMobilities } from './world-mobility.ts'
import { restoreVisits } from './world-visits.ts'
import { restoreObjects } from './world-exhibitions.ts'
import { restoreMentorship } from './world-mentorship.ts'
import { restoreInternships } from './world-internships.ts'

/** Answers to an allowed request that no form or page gives otherwise, and why they are right. */
const otherAnswers: readonly [path: RegExp, status: number, why: string][] = [
  [/^\/metrics$/, 404, 'figures are for the machine itself, which a request in process is not'],
  [/\/authenticity\/:record\/(file|withdrawal)$/, 404, 'the address names no record of the case'],
  [/\/cases\/:id\/signature$/, 404, 'the document of the case carries no signature'],
  [
    /\/cases\/:id\/appeal$/,
    404,
    'whoever reads a case reads its appeal, but only the student makes one',
  ],
  [/\/drafts\/:id\/reports$/, 404, 'the document of the draft holds no other report'],
  [/\/items\/:item\/removal$/, 404, 'the address names no item of the sitting'],
  [/^\/matching\/published\/:code/, 404, 'the code names no published run'],
  [/^\/emrex\/return$/, 404, 'what a provider sends names no request of ours'],
  [/^\/agreements\/:id\/proposal$/, 404, 'the address names no proposal'],
  [
    /^\/mobility\/:id\/(transcript|papers\/:kind|letters\/:kind|agreement\/document|omobility\.xml|omobility-la\.xml|imobility-tor\.xml)$/,
    404,
    'the stay has none yet',
  ],
  [/^\/internships\/placements\/:id\/certificate$/, 404, 'the placement is not over'],
  [/\/journal\/:week\/evidence$/, 404, 'the address names no file of the week'],
  [/^\/internships\/applications\/:id\/calendar$/, 404, 'no time for an interview was picked'],
  [/^\/mentoring\/engagements\/:id\/round\/proposals$/, 404, 'the form names no round'],
  [/^\/mobility\/visits\/:visit\/papers\/:paper$/, 404, 'the visit has none of that name'],
  [/^\/signing\/documents\/:id\/attachments$/, 404, 'the address names no file'],
  [/\/scans\/:signature$/, 404, 'the address names no signature on paper'],
  [/\/comparisons\/:id\/files\/:file$/, 404, 'the address names no file of the comparison'],
  [/^\/(act|unsubscribe)\//, 410, 'the address names no link'],
  [/^\/iiif\/3\/:image\/:region/, 404, 'the pyramid of the image is in no store'],
  [/^\/iiif\/activity\//, 404, 'the address names no page of the list'],
  [/^\/exhibitions\/:id\/translation$/, 404, 'the address names no language'],
  [/^\/objects\/(:id|bulk)\/uploads$/, 400, 'the request does not say how long the file is'],
  [/^\/objects\/uploads\/:upload$/, 400, 'the request does not say where its piece begins'],
  [/^\/objects\/uploads\/:upload$/, 204, 'a large file is given up by it'],
  [/^\/objects\/media\/:medium\/captions\//, 404, 'the picture has no captions'],
  [/^\/objects\/media\/:medium$/, 404, 'the content of the medium is in no store'],
  [/^\/(applications|reviews)\/:id\/file$/, 404, 'the address names no file of the application'],
  [/\/:provider$/, 404, 'no provider is set up'],
  [/^\/account\/.+\/:id\//, 404, 'the address names nothing of the reader’s own'],
  [/^\/inbox\/leave\/:id\/end$/, 404, 'the address names no leave'],
  [/^\/privacy\/clauses\/:id\/file$/, 404, 'no file was entered with the document'],
  [/^\/account\/consents\/:id$/, 404, 'the address names no request of the reader’s own'],
  [/\/copies\/:id$/, 404, 'no archive has been made, or none of the reader’s own'],
  [/\/:invitation\/withdrawal$/, 404, 'the address names no invitation'],
  [
    /\/cases\/:id\/decision$/,
    404,
    'whoever reads a case is told of its decision, but only an evaluator decides',
  ],
  [/^\/recognition\/drafts\/:id$/, 404, 'a draft that was let go is read but not changed'],
]

/** Runs the handlers for those whom the oracle lets through; tells of every answer that a form or page does not give. */
export async function runHandlers(
  matrix: MatrixSite,
  world: World,
  askers: readonly Asker[],
  method: 'GET' | 'POST',
): Promise<{ ran: number; wrong: string[] }> {
  const wrong: string[] = []
  let ran = 0
  for (const route of matrix.routes.filter(
    (each) => (each.method === 'GET') === (method === 'GET'),
  )) {
    for (const [number, thing] of (thingsOf(route, world) ?? []).entries()) {
      for (const asker of chosen(askers, route, thing, number)) {
        ran += 1
        // Each form is sent in a session of its own: some end the session that they come with.
        const fresh = method === 'GET' ? asker : await askerOf(matrix, asker.viewer)
        const before = await nextWriting(matrix)
        const { response } = await fresh.ask(route, thing, { run: true })
        const text = await response.text()
        const label = `${asker.viewer.label}: ${route.method} ${route.path} (${thing.label})`
        if (!isUsual(route, response.status)) wrong.push(`${label} answered ${response.status}`)
        wrong.push(...namesTold(route, asker, text).map((name) => `${label} names ${name}`))
        const untold = await namesUnrecorded(matrix, route, asker, response, text)
        wrong.push(...untold.map((name) => `${label} shows ${name}, and no record says so`))
        if (method === 'POST' && (await nextWriting(matrix)) !== before) {
          await restore(matrix, world)
        }
      }
    }
  }
  return { ran, wrong }
}

/** The number of the next transaction that writes: as long as it stays, no row has changed. */
async function nextWriting({ database }: MatrixSite): Promise<unknown> {
  const { rows } = await database.execute(
    'select pg_snapshot_xmax(pg_current_snapshot())::text as number',
  )
  return rows[0]!['number']
}

/** Of those who may: one for a form; for a page up to six, another six for each object. */
function chosen(
  askers: readonly Asker[],
  route: Route,
  thing: Thing,
  number: number,
): readonly Asker[] {
  const allowed = askers.filter(({ viewer }) => !viewer.link && mayReach(route, viewer.who, thing))
  const many = route.method === 'GET' ? 6 : 1
  const step = Math.max(1, Math.floor(allowed.length / many))
  return allowed.filter((_each, place) => (place + number) % step === 0).slice(0, many)
}

function isUsual({ method, path }: Route, status: number): boolean {
  if (otherAnswers.some(([other, code]) => other.test(path) && code === status)) return true
  const usual = method === 'GET' ? [200, 303, 422] : [200, 201, 303, 409, 422]
  return usual.includes(status)
}

/** Pages that name students to whom nothing else of theirs is open, and why they do. */
const namesByDesign: readonly [path: RegExp, why: string][] = [
  [/^\/sign-in/, 'the demonstration names all whom it has'],
  [/^\/sittings\//, 'whoever sits in a committee reads whom its agenda names'],
  [/^\/mentoring\/wishes\//, 'an office asks a mentor which of its students they would take'],
]

/** The students whom a page names to somebody who may read nothing of theirs. */
function namesTold(route: Route, { viewer }: Asker, text: string): string[] {
  if (namesByDesign.some(([path]) => path.test(route.path))) return []
  return students
    .filter(
      ({ name, what }) =>
        text.includes(name) && !reads.some((action) => oracleOf(action)(viewer.who, what)),
    )
    .map(({ name }) => name)
}

/** The students whom an answer names to somebody else without a record that it did. */
async function namesUnrecorded(
  { site, database }: MatrixSite,
  route: Route,
  { viewer }: Asker,
  response: Response,
  text: string,
): Promise<string[]> {
  const named = students.filter(
    ({ name, what }) => text.includes(name) && what.person !== viewer.who.person,
  )
  if (named.length === 0 || viewer.who.person === null || route.path.startsWith('/sign-in')) {
    return []
  }
  await site.reads.flush()
  const { rows } = await database.execute(
    'select person_ids from personal_reads where request_id = $1',
    [response.headers.get('x-request-id')],
  )
  const recorded = rows.flatMap((row) => row['person_ids'] as string[])
  return named.filter(({ what }) => !recorded.includes(what.person)).map(({ name }) => name)
}

const reads = [
  'recognition.case.read',
  'recognition.draft.read',
  'alliance.person.read',
  'alliance.person.merge',
  'alliance.cohort.read',
  'desk.journey.read',
  'privacy.request.answer',
  'privacy.read.list',
  'mobility.stay.read',
]

const students = (
  [
    [subjects.student, places.home, places.right],
    [subjects.studentOfWrong, places.home, places.wrong],
    [subjects.studentElsewhere, places.other, places.elsewhere],
  ] as const
).map(([person, organisation, programme]) => ({
  name: uniqueName(nameNumberOf(person)).native,
  what: { ...nothing, person, organisation, programme },
}))

/** Puts the states back that a form may have changed. */
async function restore({ database }: MatrixSite, world: World): Promise<void> {
  for (const { id, state } of world.drafts) {
    await database.execute(
      'update transcript_drafts set state = $1 where id = $2 and state <> $1',
      [state, id],
    )
  }
  await restoreCalls(database)
  await restoreShows(database)
  await restoreMobilities(database)
  await restoreVisits(database)
  await restoreObjects(database)
  await restoreMentorship(database)
  await restoreInternships(database)
  for (const { id, state } of world.cases) {
    if (state === 'decided') continue
    await database.execute(
      'update recognition_cases set state = $1, decided_at = null, decided_by = null where id = $2 and state <> $1',
      [state, id],
    )
  }
}
