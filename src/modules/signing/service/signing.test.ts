import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { renderPdf, words } from '#kernel/documents'
import { receiveFile } from '#kernel/files'
import { countTasks, tasksFor } from '#kernel/tasks'
import { grantsOf } from '#modules/alliance'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { documentById, versionsOf } from '../queries/documents.ts'
import { documentsAbout } from '../queries/summaries.ts'
import { stepsOf } from '../queries/steps.ts'
import type { Signer } from '../rules/signers.ts'
import { addVersion, openDocument } from './documents.ts'
import { sha256 } from './records.ts'
import { expireDocument, sendDocument, withdrawDocument } from './rounds.ts'
import { refuseStep, signStep } from './sign.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people, organisations } = cast
const { database, runner } = site.house
const label = { kind: 'named', name: 'institution' } as const
const student: Signer = { who: 'person', personId: people.studentPloy, group: 1, label }
const thanawat: Signer = { who: 'person', personId: people.studentThanawat, group: 1, label }
const office: Signer = {
  who: 'role',
  role: 'coordinator',
  organisationId: organisations.au,
  group: 2,
  label: { kind: 'words', words: 'For the school' },
}

let made = 0
async function pdf() {
  const text = `A document ${(made += 1)}`
  const bytes = await renderPdf({
    language: 'en',
    title: text,
    now: site.clock.now,
    blocks: [{ kind: 'paragraph', words: words('en', text) }],
  })
  const file = await receiveFile(
    site.services.blobs,
    { name: 'a.pdf', bytes },
    { allow: ['pdf'], maxBytes: 1_000_000 },
  )
  return { kind: 'received' as const, file: done(file) }
}

function done<T>(result: T | Refusal): T {
  assert.ok(!isRefused(result), isRefused(result) ? result.message.key : '')
  return result as T
}

async function as<T>(personId: string, verb: (work: Work) => Promise<T>): Promise<T> {
  const grants = await grantsOf(database.kysely, personId, site.clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return runner.perform({ actor, now: site.clock.now, language: 'en' }, verb)
}

async function opened(signers: readonly Signer[], more: Record<string, unknown> = {}) {
  const content = { kind: 'file' as const, pdf: await pdf() }
  return as(people.coordinatorAu, async (work) =>
    done(
      await openDocument(work, {
        organisationId: organisations.au,
        subject: { kind: 'test', id: String(made) },
        titles: { en: 'A document' },
        content,
        signers,
        dueOn: null,
        expiresOn: null,
        origin: 'test.example',
        ...more,
      }),
    ),
  )
}

async function sent(signers: readonly Signer[], more: Record<string, unknown> = {}) {
  const document = await opened(signers, more)
  done(await as(people.coordinatorAu, (work) => sendDocument(work, document)))
  return document
}

/** Signs the step that is asked of a person in a document. */
async function sign(
  personId: string,
  document: { documentId: string; sha256: string },
  change: { sha256?: string; authenticatedAt?: Date } = {},
) {
  const stepId = await stepOf(document.documentId, personId)
  return as(personId, (work) =>
    signStep(work, {
      stepId,
      sha256: document.sha256,
      authenticatedAt: site.clock.now,
      ...change,
    }),
  )
}

async function stepOf(documentId: string, personId: string): Promise<string> {
  const found = await as(personId, async (work) => {
    const document = await documentById(work, documentId)
    const steps = await stepsOf(work, documentId, document!.version)
    return (
      steps.find((step) => step.person_id === personId) ??
      steps.find((step) => step.role !== null && work.may('signing.step.sign', step)) ??
      steps.find((step) => step.role !== null)
    )
  })
  return found!.id
}

const documentOf = (id: string) =>
  as(people.coordinatorAu, async (work) => (await documentById(work, id))!)
const statesOf = (id: string) =>
  as(people.coordinatorAu, async (work) =>
    (await stepsOf(work, id)).map(({ version, state }) => `${version} ${state}`),
  )
const keyOf = (result: unknown) => (isRefused(result) ? result.message.key : result)

async function chainOf(documentId: string) {
  const { rows } = await database.execute(
    'select body, hash from signing_records where document_id = $1 order by position',
    [documentId],
  )
  return rows.map((row) => ({ body: String(row['body']), hash: String(row['hash']) }))
}

describe('a round of signing', () => {
  test('asks each group when the one before is done, and puts the version into force when all have signed', async () => {
    const document = await sent([student, thanawat, office])
    assert.deepEqual(await statesOf(document.documentId), ['1 asked', '1 asked', '1 later'])
    done(await sign(people.studentThanawat, document))
    assert.deepEqual(await statesOf(document.documentId), ['1 asked', '1 done', '1 later'])
    const early = await sign(people.coordinatorAu, document)
    assert.equal(keyOf(early), 'refusal.no-step', 'whose turn it is not sees nothing')
    done(await sign(people.studentPloy, document))
    assert.deepEqual(await statesOf(document.documentId), ['1 done', '1 done', '1 asked'])
    done(await sign(people.coordinatorAu, document))
    const row = await documentOf(document.documentId)
    assert.deepEqual([row.state, row.in_force], ['signed', 1])
    const about = await as(people.coordinatorAu, (work) =>
      documentsAbout(work, [{ kind: 'test', id: row.subject_id! }]),
    )
    assert.deepEqual(
      about.map(({ state, inForce, signers }) => [state, inForce, signers.map((s) => s.state)]),
      [['signed', 1, ['done', 'done', 'done']]],
    )
  })

  test('opens a task for whose turn it is, which only signing closes', async () => {
    const count = async () =>
      as(people.studentPloy, async (work) => (await countTasks(work, '2026-11-22')).open)
    const before = await count()
    const document = await sent([student])
    assert.equal(await count(), before + 1)
    const { tasks } = await as(people.studentPloy, (work) => tasksFor(work, { limit: 50 }))
    const task = tasks.find(({ kind }) => kind === 'signing.sign')!
    assert.equal(task.closesWithAct, true)
    done(await sign(people.studentPloy, document))
    assert.equal(await count(), before)
  })

  test('a signature names the hash that was shown, and another is refused', async () => {
    const document = await sent([student])
    const other = await sign(people.studentPloy, document, { sha256: 'a'.repeat(64) })
    assert.deepEqual([(other as Refusal).status, keyOf(other)], [409, 'refusal.other-hash'])
    assert.deepEqual(await statesOf(document.documentId), ['1 asked'])
  })

  test('is signed only by whoever proved lately who they are', async () => {
    const document = await sent([student])
    const authenticatedAt = new Date(site.clock.now.getTime() - 60 * 60_000)
    const stale = await sign(people.studentPloy, document, { authenticatedAt })
    assert.equal((stale as Refusal).status, 401)
    done(await sign(people.studentPloy, document))
  })

  test('is signed once, however often the form is sent', async () => {
    const document = await sent([student, office])
    done(await sign(people.studentPloy, document))
    const twice = await sign(people.studentPloy, document)
    assert.deepEqual([(twice as Refusal).status, keyOf(twice)], [409, 'refusal.signed-already'])
    const { rows } = await database.execute(
      'select count(*)::int as count from signing_signatures where document_id = $1',
      [document.documentId],
    )
    assert.equal(rows[0]!['count'], 1)
  })

  test('nobody signs for another: not a person, not a role elsewhere', async () => {
    const document = await sent([student, { ...office, group: 1 }])
    const [first, second] = await as(people.coordinatorAu, (work) =>
      stepsOf(work, document.documentId),
    )
    for (const [personId, step] of [
      [people.studentThanawat, first!],
      [people.coordinatorAu, first!],
      [people.coordinatorPku, second!],
      [people.studentPloy, second!],
    ] as const) {
      const result = await as(personId, (work) =>
        signStep(work, {
          stepId: step.id,
          sha256: document.sha256,
          authenticatedAt: site.clock.now,
        }),
      )
      assert.deepEqual([(result as Refusal).status, keyOf(result)], [404, 'refusal.no-step'])
    }
  })

  test('a draft that has only approvals, or nobody, is not sent', async () => {
    for (const signers of [[], [{ ...student, act: 'approve' as const }]]) {
      const document = await opened(signers)
      const result = await as(people.coordinatorAu, (work) => sendDocument(work, document))
      assert.equal(keyOf(result), 'refusal.nobody-signs')
    }
  })
})

describe('a refusal', () => {
  test('returns the document, voids what was signed and asks nobody any more', async () => {
    const document = await sent([student, thanawat, office])
    done(await sign(people.studentPloy, document))
    const stepId = await stepOf(document.documentId, people.studentThanawat)
    const refuseIt = (reason: string) =>
      as(people.studentThanawat, (work) =>
        refuseStep(work, { stepId, sha256: document.sha256, reason }),
      )
    assert.equal(keyOf(await refuseIt('  ')), 'refusal.reason')
    done(await refuseIt('Wrong dates'))
    assert.deepEqual(await statesOf(document.documentId), ['1 done', '1 refused', '1 ended'])
    const row = await documentOf(document.documentId)
    assert.deepEqual([row.state, row.in_force], ['refused', null])
    const versions = await as(people.coordinatorAu, (work) => versionsOf(work, document.documentId))
    assert.deepEqual(
      versions[0]!.ends.map(({ how, reason }) => [how, reason]),
      [['refused', '']],
    )
    const waiting = await as(people.coordinatorAu, (work) => tasksFor(work, { limit: 50 }))
    assert.ok(!waiting.tasks.some(({ object }) => object.id === stepId))
  })

  test('a new version asks all again, and the old one is signed by nobody', async () => {
    const document = await sent([student, office])
    const stepId = await stepOf(document.documentId, people.studentPloy)
    done(
      await as(people.studentPloy, (work) =>
        refuseStep(work, { stepId, sha256: document.sha256, reason: 'No' }),
      ),
    )
    const content = { kind: 'file' as const, pdf: await pdf() }
    const version = done(
      await as(people.coordinatorAu, (work) =>
        addVersion(work, {
          documentId: document.documentId,
          content,
          reason: 'The dates',
          origin: 'test.example',
        }),
      ),
    )
    done(await as(people.coordinatorAu, (work) => sendDocument(work, document)))
    const old = await as(people.studentPloy, (work) =>
      signStep(work, { stepId, sha256: document.sha256, authenticatedAt: site.clock.now }),
    )
    assert.deepEqual([(old as Refusal).status, keyOf(old)], [409, 'refusal.new-version'])
    const both = { documentId: document.documentId, sha256: version.sha256 }
    done(await sign(people.studentPloy, both))
    done(await sign(people.coordinatorAu, both))
    assert.deepEqual([(await documentOf(document.documentId)).in_force, version.version], [2, 2])
  })
})

describe('an amendment', () => {
  test('is signed by the original signers, and the signed version counts until then', async () => {
    const document = await sent([student, office])
    done(await sign(people.studentPloy, document))
    done(await sign(people.coordinatorAu, document))
    const amend = async (signers?: readonly Signer[]) => {
      const content = { kind: 'file' as const, pdf: await pdf() }
      return as(people.coordinatorAu, (work) =>
        addVersion(work, {
          documentId: document.documentId,
          content,
          ...(signers ? { signers } : {}),
          reason: 'One month more',
          origin: 'test.example',
        }),
      )
    }
    assert.equal(keyOf(await amend([thanawat, office])), 'refusal.original-signers')
    const version = done(await amend([student, office, { ...thanawat, group: 3 }]))
    done(await as(people.coordinatorAu, (work) => sendDocument(work, document)))
    assert.deepEqual(
      [
        (await documentOf(document.documentId)).state,
        (await documentOf(document.documentId)).in_force,
      ],
      ['open', 1],
    )
    const second = { documentId: document.documentId, sha256: version.sha256 }
    done(await sign(people.studentPloy, second))
    done(await sign(people.coordinatorAu, second))
    done(await sign(people.studentThanawat, second))
    const row = await documentOf(document.documentId)
    assert.deepEqual([row.state, row.in_force, row.amends], ['signed', 2, 1])
    const versions = await as(people.coordinatorAu, (work) => versionsOf(work, document.documentId))
    assert.deepEqual(
      versions.map(({ number, ends }) => [number, ends.map(({ how }) => how)]),
      [
        [2, ['signed']],
        [1, ['signed', 'superseded']],
      ],
    )
  })
})

describe('the end of a round', () => {
  test('comes with the last day, and not before it', async () => {
    const document = await sent([student], { expiresOn: '2026-11-22' })
    await as(people.coordinatorAu, (work) => expireDocument(work, document.documentId))
    const row = await documentOf(document.documentId)
    assert.equal(row.state, 'expired')
    const late = await sign(people.studentPloy, document)
    assert.equal(keyOf(late), 'refusal.over')
  })

  test('comes by withdrawing, and a signed document is said to count no more', async () => {
    const open = await sent([student])
    done(
      await as(people.coordinatorAu, (work) =>
        withdrawDocument(work, { documentId: open.documentId, reason: 'Not needed' }),
      ),
    )
    assert.deepEqual(await statesOf(open.documentId), ['1 ended'])
    const signed = await sent([student])
    done(await sign(people.studentPloy, signed))
    const withdraw = () =>
      as(people.coordinatorAu, (work) =>
        withdrawDocument(work, { documentId: signed.documentId, reason: 'Replaced' }),
      )
    done(await withdraw())
    const row = await documentOf(signed.documentId)
    assert.deepEqual([row.state, row.in_force], ['withdrawn', null])
    assert.equal(keyOf(await withdraw()), 'refusal.withdrawn-already')
  })
})

describe('the evidence', () => {
  test('is a chain of canonical entries, each naming the hash of the one before', async () => {
    const document = await sent([student, office])
    done(await sign(people.studentPloy, document))
    done(await sign(people.coordinatorAu, document))
    const chain = await chainOf(document.documentId)
    const bodies = chain.map(({ body }) => JSON.parse(body) as Record<string, unknown>)
    assert.deepEqual(
      bodies.map(({ what }) => what),
      ['version-added', 'sent', 'signed', 'signed', 'signed-by-all'],
    )
    let previous: string | null = null
    for (const [index, { body, hash }] of chain.entries()) {
      assert.equal(sha256(body), hash)
      assert.deepEqual(
        [bodies[index]!['previous'], bodies[index]!['position']],
        [previous, index + 1],
      )
      assert.equal(bodies[index]!['sha256'], document.sha256)
      previous = hash
    }
  })

  test('cannot be altered, and of a canonical document the RFC 8785 text is hashed', async () => {
    const value = { b: 1, a: ['é', { z: null, y: true }] }
    const content = { kind: 'canonical' as const, value, pdf: await pdf() }
    const document = await sent([student], { content })
    assert.equal(document.sha256, sha256('{"a":["é",{"y":true,"z":null}],"b":1}'))
    done(await sign(people.studentPloy, document))
    for (const statement of [
      "update signing_signatures set name = 'Somebody else'",
      "update signing_signatures set reason = 'Another'",
      'delete from signing_signatures',
      "update signing_versions set sha256 = repeat('a', 64)",
      "update signing_records set body = '{}'",
      'delete from signing_ends',
      'truncate signing_ends',
    ]) {
      await assert.rejects(database.execute(statement), /never altered/, statement)
    }
  })
})
