import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { CommandCall, CommandResult } from '#kernel/http'
import { officeCommands } from './commands-office.ts'
import { addTranscript } from './service/add-transcript.ts'
import { type Site, withSite } from './testing/site.fixture.ts'
import { accepted, inWorld, now, people, transcript } from './testing/world.fixture.ts'

const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))
const { evaluatorAu: evaluator, registrarAu: registrar, studentPloy: student } = people
const folder = mkdtempSync(join(tmpdir(), 'weft-office-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function arrive({ world }: Site, rest: Parameters<typeof transcript>[1] = {}) {
  const added = await world.as(registrar, (work) =>
    addTranscript(work, transcript([['PKU101', '88']], rest)),
  )
  return accepted(added)
}

async function run(
  { world }: Site,
  name: string,
  words: string[],
  options: Record<string, string> = {},
): Promise<CommandResult & { keys: string[] }> {
  const command = officeCommands.find((each) => each.name === name)!
  const call = { ...world, words, options, now, language: 'en', progress: () => {} }
  const result = await command.run(call as unknown as CommandCall)
  return { ...result, keys: result.lines.map(({ key }) => key) }
}

test(
  'ready cases are told with the basis by which each is decided, to whoever may decide',
  onSite(async (site) => {
    const { caseId, number } = await arrive(site)
    const answer = await site.json(evaluator, 'GET', '/recognition/ready')
    const { cases } = (await answer.json()) as {
      cases: { id: string; basis: string; results: { courses: string[]; homeCredit: string }[] }[]
    }
    assert.deepEqual(
      cases.map(({ id }) => id),
      [caseId],
    )
    assert.deepEqual(cases[0]!.results[0]!.courses, ['PKU101'])
    assert.match(cases[0]!.results[0]!.homeCredit, /^\d+(\/\d+)?$/)
    assert.equal((await site.json(student, 'GET', '/recognition/ready')).status, 404)
    const listed = await run(site, 'ready', [])
    assert.deepEqual(
      [listed.exitCode, listed.keys],
      [0, ['command.ready.case', 'command.ready.done']],
    )
    assert.equal((listed.data as { cases: { number: string }[] }).cases[0]!.number, number)
    const { basis } = cases[0]!
    const decided = await site.json(evaluator, 'POST', `/recognition/cases/${caseId}/decision`, {
      basis,
    })
    assert.equal(decided.status, 200)
    assert.deepEqual((await run(site, 'ready', [])).keys, ['command.ready.done'])
  }),
)

test(
  'facts of a case are read, stated and evaluated, and never over what a colleague stated meanwhile',
  onSite(async (site) => {
    const { caseId, number } = await arrive(site)
    const path = `/recognition/cases/${caseId}/facts`
    const read = async () =>
      (await (await site.json(evaluator, 'GET', path)).json()) as {
        seen: string
        stay: Record<string, unknown>
        courses: { id: string; kind: string | null; evidence: string[] }[]
      }
    const before = await read()
    assert.equal(before.stay['from'], null)
    const body = {
      seen: before.seen,
      stay: {
        from: '2025-09-01',
        to: '2026-01-20',
        suspended: true,
        lastTerm: null,
        homeTerms: [{ term: '2025/2026-1', credit: '9/2' }],
      },
      courses: [{ id: before.courses[0]!.id, kind: 'blended', evidence: ['syllabus'] }],
      reason: 'Certificate of the international office',
    }
    const stated = await site.json(evaluator, 'PUT', path, body)
    assert.equal(stated.status, 200)
    const after = await read()
    assert.deepEqual(after.stay, body.stay)
    assert.deepEqual(after.courses[0]!.kind, 'blended')
    // Whoever still has what was read before overwrites nothing.
    assert.equal((await site.json(evaluator, 'PUT', path, body)).status, 409)
    assert.equal((await site.json(student, 'PUT', path, body)).status, 404)
    const tooFine = { ...body, seen: after.seen, stay: { ...body.stay, from: '1 September' } }
    assert.equal((await site.json(evaluator, 'PUT', path, tooFine)).status, 422)

    const shown = await run(site, 'facts', [number])
    assert.deepEqual([shown.exitCode, shown.keys], [0, ['command.facts.case']])
    const file = join(folder, 'facts.json')
    writeFileSync(
      file,
      JSON.stringify({ ...body, seen: after.seen, stay: { ...body.stay, suspended: false } }),
    )
    assert.deepEqual((await run(site, 'facts', [number, file])).keys, ['command.facts.as'])
    const taken = await run(site, 'facts', [number, file], { as: evaluator })
    assert.deepEqual([taken.exitCode, taken.keys[1]], [0, 'command.facts.done'])
    assert.equal((await read()).stay['suspended'], false)
    const again = await run(site, 'facts', [number, file], { as: evaluator })
    assert.deepEqual([again.exitCode, again.keys], [3, ['stay.refusal.meanwhile']])
    writeFileSync(file, '{')
    assert.equal((await run(site, 'facts', [number, file], { as: evaluator })).exitCode, 3)
    assert.equal((await run(site, 'facts', [number], { as: student })).exitCode, 3)
  }),
)

test(
  'the state of the second check is told, and a command says where one waits',
  onSite(async (site) => {
    assert.deepEqual((await run(site, 'checks', [])).keys, ['command.checks.none'])
    const { caseId, number } = await arrive(site, { format: 'hand' })
    const path = `/recognition/cases/${caseId}/check`
    const answer = await site.json(evaluator, 'GET', path)
    assert.deepEqual(await answer.json(), {
      state: 'unchecked',
      demanded: false,
      lines: null,
      differences: null,
      checkedAt: null,
      settledAt: null,
    })
    assert.equal((await site.json(student, 'GET', path)).status, 404)
    for (const words of [[], [number]]) {
      const waiting = await run(site, 'checks', words)
      assert.deepEqual([waiting.exitCode, waiting.keys], [1, ['command.checks.case']])
    }
    assert.equal((await run(site, 'checks', ['AU-0000-9'])).exitCode, 3)
  }),
)
