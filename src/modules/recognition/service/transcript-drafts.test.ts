import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import { emptyTranscript, mostLines, readTableTranscript } from '../formats/read-transcript.ts'
import { draftById } from '../queries/drafts.ts'
import {
  accepted,
  enrolments,
  inOwnWorld,
  inWorld,
  organisations,
  people,
  refusalOf,
  type World,
} from '../testing/world.fixture.ts'
import {
  discardDraft,
  remapDraft,
  reviseDraft,
  type StartDraft,
  startDraft,
  takeDraft,
} from './transcript-drafts.ts'

const rows = [
  ['Code', 'Title', 'English title', 'Credit', 'Grade'],
  ['PKU101', '视觉叙事', 'Visual Storytelling', '3', '88'],
  ['PKU102', '数字影像', 'Digital Imaging', '3', '91'],
]

const draftOf = (rest: Partial<StartDraft> = {}): StartDraft => ({
  enrolmentId: enrolments.ploy,
  hostOrganisationId: organisations.pku,
  format: 'table',
  content: readTableTranscript(
    rows.map((cells, place) => ({ number: place + 1, cells })),
    null,
  ),
  document: null,
  isScan: false,
  origin: 'test.example',
  ...rest,
})

const file = {
  kind: 'received',
  file: {
    sha256: createHash('sha256').update('scan').digest('hex'),
    name: 'ใบแสดงผล.png',
    kind: 'png',
    mediaType: 'image/png',
    sizeBytes: 4,
  },
} as const

const start = async (
  world: World,
  rest: Partial<StartDraft> = {},
  who: string = people.registrarAu,
) => accepted(await world.as(who, (work) => startDraft(work, draftOf(rest)))).draftId

async function draft(world: World, id: string) {
  const found = await draftById(world.runner.reading(await world.context(people.registrarAu)), id)
  assert.ok(found)
  return found
}

describe('a draft', () => {
  test(
    'keeps what was read until somebody takes it',
    inWorld(async (world) => {
      const id = await start(world)
      const found = await draft(world, id)
      assert.equal(found.content.lines.length, 2)
      assert.ok(found.content.lines[0]!.credit!.equals(Fraction.of(3)))
      const taken = await world.as(people.registrarAu, (work) =>
        takeDraft(work, { draftId: id, revision: 1 }),
      )
      const { caseId } = accepted(taken)
      assert.deepEqual(
        [(await draft(world, id)).state, (await draft(world, id)).case_id],
        ['taken', caseId],
      )
    }),
  )

  test(
    'is saved by one of two windows; the other is told and overwrites nothing',
    inWorld(async (world) => {
      const id = await start(world)
      const revise = (code: string) =>
        world.as(people.registrarAu, async (work) => {
          const { content } = (await draftById(work, id))!
          const lines = content.lines.map((line) => ({ ...line, code }))
          return reviseDraft(work, { draftId: id, revision: 1, lines, issuedOn: null })
        })
      assert.equal(refusalOf(await revise('A')), 'accepted')
      assert.equal(refusalOf(await revise('B')), '409 refusal.draft-changed')
      assert.equal((await draft(world, id)).content.lines[0]!.code, 'A')
    }),
  )

  test(
    'is read again with other columns, its day of issue kept',
    inWorld(async (world) => {
      const id = await start(world)
      const { content } = await draft(world, id)
      const saved = { draftId: id, revision: 1, lines: content.lines, issuedOn: '2026-07-01' }
      accepted(await world.as(people.registrarAu, (work) => reviseDraft(work, saved)))
      const mapping = { headerRow: 0, columns: { code: 0, title: 1, credit: 3, grade: 0 } }
      const remap = (revision: number) =>
        world.as(people.registrarAu, (work) => remapDraft(work, { draftId: id, revision, mapping }))
      assert.equal(refusalOf(await remap(1)), '409 refusal.draft-changed')
      accepted(await remap(2))
      const after = await draft(world, id)
      assert.equal(after.content.lines[0]!.grade, 'PKU101')
      assert.equal(after.content.issuedOn, '2026-07-01')
    }),
  )

  test(
    'is not taken with a line that has no code, and loses nothing by it',
    inWorld(async (world) => {
      const id = await start(world)
      const { content } = await draft(world, id)
      const lines = content.lines.map((line, place) => ({
        ...line,
        code: place === 0 ? ' ' : line.code,
      }))
      const result = await world.as(people.registrarAu, (work) =>
        takeDraft(work, { draftId: id, revision: 1, lines }),
      )
      assert.equal(refusalOf(result), '422 refusal.line-without-code')
      assert.equal((await draft(world, id)).revision, 1)
    }),
  )

  test(
    'leaves out what is not to be taken and lines that nobody typed into',
    inWorld(async (world) => {
      const id = await start(world)
      const { content } = await draft(world, id)
      const lines = [
        content.lines[0]!,
        { ...content.lines[1]!, take: false },
        ...emptyTranscript(3).lines,
      ]
      const taken = await world.as(people.registrarAu, (work) =>
        takeDraft(work, { draftId: id, revision: 1, lines, issuedOn: '2026-07-01' }),
      )
      accepted(taken)
      assert.deepEqual(
        (await world.rows('select code from transcript_lines')).map((row) => row['code']),
        ['PKU101'],
      )
    }),
  )

  test(
    'with a text of any length is not taken',
    inWorld(async (world) => {
      const id = await start(world)
      const { content } = await draft(world, id)
      const lines = [{ ...content.lines[0]!, title: { und: 'x'.repeat(10_000) } }]
      const result = await world.as(people.registrarAu, (work) =>
        takeDraft(work, { draftId: id, revision: 1, lines }),
      )
      assert.equal(refusalOf(result), '422 refusal.line-too-long')
    }),
  )

  test(
    'is not begun with too many lines, for the home institution, or for somebody else’s student',
    inWorld(async (world) => {
      const { lines } = emptyTranscript(mostLines + 1)
      const begin = (rest: Partial<StartDraft>, who: string = people.registrarAu) =>
        world.as(who, (work) => startDraft(work, draftOf(rest)))
      const content = { ...emptyTranscript(0), lines }
      assert.equal(refusalOf(await begin({ content })), '422 refusal.too-many-lines')
      assert.equal(
        refusalOf(await begin({ hostOrganisationId: organisations.au })),
        '422 refusal.host-is-home',
      )
      assert.equal(
        refusalOf(await begin({ hostOrganisationId: enrolments.ploy })),
        '422 refusal.no-host',
      )
      assert.equal(refusalOf(await begin({}, people.evaluatorPku)), '422 refusal.no-enrolment')
      assert.deepEqual(await world.rows('select id from transcript_drafts'), [])
    }),
  )

  test(
    'that is refused leaves no file behind',
    inWorld(async (world) => {
      const result = await world.as(people.registrarAu, async (work) => {
        const started = accepted(await startDraft(work, draftOf({ document: file, isScan: true })))
        return takeDraft(work, { draftId: started.draftId, revision: 7 })
      })
      assert.equal(refusalOf(result), '409 refusal.draft-changed')
      assert.deepEqual(await world.rows('select id from files'), [])
    }),
  )

  test(
    'that is discarded takes its content and its file with it',
    inWorld(async (world) => {
      const id = await start(world, { document: file, isScan: true })
      assert.equal((await world.rows('select id from files')).length, 1)
      accepted(await world.as(people.registrarAu, (work) => discardDraft(work, id)))
      const found = await draft(world, id)
      assert.deepEqual(
        [found.state, found.content.lines, found.scan_file_id],
        ['discarded', [], null],
      )
      assert.deepEqual(await world.rows('select id from files'), [])
      const again = await world.as(people.registrarAu, (work) => discardDraft(work, id))
      assert.equal(refusalOf(again), '404 refusal.no-case')
    }),
  )

  for (const [who, personId] of [
    ['another office of the institution', people.coordinatorAu],
    ['the student, when an office brought it in', people.studentPloy],
    ['another institution', people.evaluatorPku],
  ] as const) {
    test(
      `is hidden from ${who}`,
      inWorld(async (world) => {
        const id = await start(world)
        const take = await world.as(personId, (work) =>
          takeDraft(work, { draftId: id, revision: 1 }),
        )
        assert.equal(refusalOf(take), '404 refusal.no-case')
        const discard = await world.as(personId, (work) => discardDraft(work, id))
        assert.equal(refusalOf(discard), '404 refusal.no-case')
      }),
    )
  }

  test(
    'of their own is a student’s to take',
    inWorld(async (world) => {
      const id = await start(world, {}, people.studentPloy)
      const taken = await world.as(people.studentPloy, (work) =>
        takeDraft(work, { draftId: id, revision: 1 }),
      )
      assert.equal(refusalOf(taken), 'accepted')
    }),
  )

  test(
    'belongs to the case with its file once it is taken',
    inWorld(async (world) => {
      const id = await start(world, { document: file })
      const taken = await world.as(people.registrarAu, (work) =>
        takeDraft(work, { draftId: id, revision: 1 }),
      )
      accepted(taken)
      const [row] = await world.rows('select file_id from transcripts')
      assert.equal((await world.rows('select id from files'))[0]!['id'], row!['file_id'])
    }),
  )

  test(
    'is taken once, however often the button is pressed',
    inOwnWorld(async (world) => {
      const id = await start(world)
      const results = await Promise.all(
        [1, 2, 3].map(() =>
          world.as(people.registrarAu, (work) => takeDraft(work, { draftId: id, revision: 1 })),
        ),
      )
      assert.deepEqual(results.map(refusalOf).toSorted(), [
        '409 refusal.draft-taken',
        '409 refusal.draft-taken',
        'accepted',
      ])
      assert.equal((await world.rows('select id from recognition_cases')).length, 1)
    }),
  )
})

test(
  'the file of a draft cannot be removed while a transcript names it',
  inWorld(async (world) => {
    const id = await start(world, { document: file })
    accepted(
      await world.as(people.registrarAu, (work) => takeDraft(work, { draftId: id, revision: 1 })),
    )
    await assert.rejects(() => world.rows('delete from files'), /foreign key/)
  }),
)
