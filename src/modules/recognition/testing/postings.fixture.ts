import type { RegistryLayout } from '../rules/office/registry-layout.ts'
import { defaultSettings } from '../rules/settings.ts'
import { addTranscript } from '../service/add-transcript.ts'
import { decideCase } from '../service/decide-case.ts'
import { publishLayout } from '../service/office/layouts.ts'
import { refreshPosting } from '../service/office/posting-state.ts'
import { changeSettings } from '../service/settings.ts'
import { accepted, now, organisations, people, transcript, type World } from './world.fixture.ts'

const actWords: Record<string, string> = { enter: 'A', change: 'C', remove: 'D' }

/** A layout with the columns that most registries ask for. */
export const registryLayout: RegistryLayout = {
  file: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  lineEnd: 'lf',
  quotes: 'needed',
  headings: true,
  guarded: true,
  sheet: 'TR',
  columns: (
    [
      ['Ref', 'reference', ''],
      ['ID', 'student-number', ''],
      ['Course', 'home-code', ''],
      ['Credit', 'home-credit', '0.0'],
      ['Grade', 'home-grade', ''],
      ['Action', 'act', ''],
    ] as const
  ).map(([heading, source, format]) => ({
    heading,
    source,
    format,
    replacements: source === 'act' ? actWords : {},
  })),
  answer: {
    reference: 'Ref',
    studentNumber: 'ID',
    course: 'Course',
    status: 'Result',
    credit: 'Credit',
    grade: 'Grade',
    message: 'Message',
    accepted: ['OK'],
  },
}

/** Publishes a layout of Assumption University's registry. */
export async function withLayout(world: World, layout = registryLayout): Promise<string> {
  const published = accepted(
    await world.as(people.registrarAu, (work) =>
      publishLayout(work, {
        id: null,
        organisationId: organisations.au,
        name: 'Registry form 7',
        layout,
        basedOn: 0,
      }),
    ),
  )
  return published.id
}

/** A case of a student whose courses the rules recognise, decided by the evaluator; what the chronicle's reader does is done. */
export async function decidedCase(
  world: World,
  codes: readonly string[] = ['PKU101', 'PKU102'],
  rest: Parameters<typeof transcript>[1] = {},
): Promise<string> {
  const lines = codes.map((code) => [code, '90'] as const)
  const { caseId } = accepted(
    await world.as(people.registrarAu, (work) => addTranscript(work, transcript(lines, rest))),
  )
  await decide(world, caseId)
  return caseId
}

/** Decides a case on what its evaluation says now, at a school that leaves no time for taking decisions back. */
export async function decide(world: World, caseId: string, by = people.evaluatorAu): Promise<void> {
  const [row] = await world.rows('select input_hash from recognition_cases where id = $1', [caseId])
  const inputHash = String(row!['input_hash'])
  accepted(
    await world.as(people.registrarAu, (work) =>
      changeSettings(work, organisations.au, { ...defaultSettings, undoMinutes: 0 }),
    ),
  )
  accepted(await world.as(by, (work) => decideCase(work, { caseId, inputHash })))
  await refresh(world, caseId)
}

/** What the subscription does once the decision stands in the chain. */
export async function refresh(world: World, caseId: string): Promise<void> {
  await world.runner.perform(
    { actor: { kind: 'system', name: 'test' }, now, language: 'en' },
    (work) => refreshPosting(work, [caseId]),
  )
}
