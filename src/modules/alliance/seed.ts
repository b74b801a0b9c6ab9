import { isRefused, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { registerPerson } from '#kernel/identity'
import { cast } from './seed/cast.ts'
import { organisations } from './seed/organisations.ts'
import { degreeProgrammes, people } from './seed/people.ts'
import { initiatives, participants, pastYearList, programmes } from './seed/programmes.ts'
import { appoint } from './service/appointments.ts'
import { joinCohort, recordSteps } from './service/cohorts.ts'
import { enrol } from './service/enrolments.ts'
import { importCohort } from './service/import-cohort.ts'
import { addOutput, createInitiative } from './service/initiatives.ts'
import { beginMembership, createOrganisation } from './service/organisations.ts'
import { createProgramme, setProgrammeYear } from './service/programmes.ts'
import { addDegreeProgramme } from './service/degree-programmes.ts'
import { addMailbox, addUnits, setTerm } from './service/structure.ts'

// The demonstration's rows come from a node that is none: they never cross to a real one.
const node = 'demonstration'
const settings = { node, identity: { origin: node, demonstration: true } }

/** One part of the story: when it is told to have happened, whether it has, and how. */
interface Chapter {
  at: string
  told: (work: Work) => Promise<unknown>
  tell: (work: Work) => Promise<void>
}

const row =
  (
    table:
      | 'organisations'
      | 'degree_programmes'
      | 'persons'
      | 'enrolments'
      | 'alliance_programmes'
      | 'programme_years'
      | 'initiatives',
    id: string,
  ) =>
  (work: Work) =>
    work.read.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()

const chapters: readonly Chapter[] = [
  { at: '2025-01-15', told: row('organisations', cast.organisations.au), tell: foundAlliance },
  {
    at: '2025-01-18',
    told: row('degree_programmes', cast.degreeProgrammes.auDigitalArts),
    tell: addStudies,
  },
  { at: '2025-02-01', told: row('persons', cast.people.secretariat), tell: appointPeople },
  { at: '2025-02-03', told: row('enrolments', cast.enrolments.ploy), tell: enrolStudents },
  {
    at: '2025-02-05',
    told: row('alliance_programmes', cast.programmes.sinoThai),
    tell: addProgrammes,
  },
  { at: '2026-02-16', told: isPastImported, tell: importPastYear },
  { at: '2026-09-15', told: takesPart, tell: fillCohorts },
  {
    at: '2026-09-20',
    told: row('initiatives', cast.initiatives.weavesArchive),
    tell: addInitiatives,
  },
]

/** Tells the demonstration alliance, through the same verbs as everybody; what was told before is left as it is. */
export async function seed({ runner, now, progress }: Seeding): Promise<void> {
  for (const [index, chapter] of chapters.entries()) {
    progress(`alliance ${index + 1}/${chapters.length}`)
    const planned = new Date(`${chapter.at}T03:00:00Z`)
    const at = planned < now ? planned : now
    const context = { actor: { kind: 'system', name: 'demonstration' } as const, now: at }
    const result = await runner.perform({ ...context, language: 'en' }, async (work) => {
      if (!(await chapter.told(work))) await chapter.tell(work)
    })
    if (isRefused(result)) throw new Error('the demonstration alliance was refused')
  }
}

async function foundAlliance(work: Work): Promise<void> {
  for (const each of organisations) {
    done(await createOrganisation(work, node, { ...each.details, id: each.id }))
    done(await beginMembership(work, each.id, each.membership))
    if (each.units.length > 0) done(await addUnits(work, node, each.id, each.units))
    for (const term of each.terms) done(await setTerm(work, each.id, term))
  }
}

async function addStudies(work: Work): Promise<void> {
  for (const { organisationId, ...programme } of degreeProgrammes) {
    done(await addDegreeProgramme(work, node, organisationId, programme))
  }
  done(
    await addMailbox(work, cast.organisations.au, {
      address: 'exchange@au.example',
      role: 'coordinator',
      names: { en: 'Office of International Affairs', th: 'สำนักวิเทศสัมพันธ์' },
    }),
  )
}

async function appointPeople(work: Work): Promise<void> {
  for (const person of people) {
    done(
      await registerPerson(work, settings.identity, {
        id: person.id,
        name: person.name,
        email: person.email,
        emailVerified: true,
        preferredLanguage: person.language,
        timeZone: person.timeZone,
      }),
    )
    for (const { from, until, ...role } of person.roles) {
      done(
        await appoint(work, {
          ...role,
          personId: person.id,
          startsOn: from,
          ...(until ? { endsOn: until } : {}),
        }),
      )
    }
  }
}

async function enrolStudents(work: Work): Promise<void> {
  for (const { id: personId, studies } of people) {
    if (!studies) continue
    const { organisationId, ...enrolment } = studies
    done(await enrol(work, node, organisationId, { ...enrolment, personId }))
  }
}

async function addProgrammes(work: Work): Promise<void> {
  for (const { id, details, years } of programmes) {
    done(await createProgramme(work, node, { ...details, id }))
    for (const year of years) done(await setProgrammeYear(work, id, year))
  }
}

async function importPastYear(work: Work): Promise<void> {
  const { pastAu, pastPku, pastRuc } = cast.people
  done(
    await importCohort(work, settings, cast.programmeYears.sinoThai2025, {
      text: pastYearList,
      leaveOutFaulty: false,
      personIds: [pastAu, pastPku, pastRuc],
    }),
  )
}

async function fillCohorts(work: Work): Promise<void> {
  for (const { yearId, steps, ...member } of participants) {
    const joined = done(await joinCohort(work, yearId, member))
    if (steps.length > 0) done(await recordSteps(work, joined.id, steps))
  }
}

async function addInitiatives(work: Work): Promise<void> {
  for (const { id, details, outputs } of initiatives) {
    done(await createInitiative(work, node, { ...details, id }))
    for (const output of outputs) done(await addOutput(work, id, output))
  }
}

function isPastImported(work: Work) {
  return memberOf(work, cast.programmeYears.sinoThai2025)
}

function takesPart(work: Work) {
  return memberOf(work, cast.programmeYears.sinoThai2026)
}

function memberOf(work: Work, yearId: string) {
  return work.read
    .selectFrom('cohort_members')
    .select('id')
    .where('programme_year_id', '=', yearId)
    .executeTakeFirst()
}

/** The story is fixed: a refusal in it is a mistake of the story, and the start says so. */
function done<T>(result: T): Exclude<T, { refusal: true }> {
  if (isRefused(result)) {
    const fields = Object.entries(result.fields).map(([name, each]) => `${name}: ${each.key}`)
    throw new Error(`refused in the demonstration: ${result.message.key} ${fields.join(', ')}`)
  }
  return result as Exclude<T, { refusal: true }>
}
