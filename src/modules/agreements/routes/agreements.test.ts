import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isRefused, type Work } from '#kernel/database'
import { allRows, readTable } from '#kernel/files'
import { grantsOf } from '#modules/alliance'
import { languages, urlSegment } from '#kernel/values'
import { done, study } from '../agreements.fixture.ts'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { iiasOf } from '../formats/iia-of.ts'
import { readIias } from '../formats/iias-read.ts'
import { quotasOf } from '../queries/quotas.ts'
import { wholeAgreement } from '../queries/whole.ts'
import type { AgreementText } from '../rules/conditions.ts'
import { approveVersion, refuseVersion, withdrawCopy } from '../service/answering.ts'
import { answerEnd, declareEnd } from '../service/ending.ts'
import { makeAgreement } from '../service/making.ts'
import { adoptCopy, sendCopy } from '../service/sending.ts'
import { saveDraft } from '../service/writing.ts'
import { answerTask } from '../task-kinds.ts'

const { people: p, organisations: o } = cast
let site: TestSite
let au: string
let rhone: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'agreements'] })
  au = await site.signInAs(p.coordinatorAu)
  rhone = await site.signInAs(p.coordinatorRhone)
})
after(() => site.close())

async function text(path: string, cookie = au): Promise<string> {
  const response = await site.ask(path, { cookie })
  assert.equal(response.status, 200, path)
  return response.text()
}

async function as<T>(personId: string, verb: (work: Work) => Promise<T>): Promise<T> {
  const { house, clock } = site
  const grants = await grantsOf(house.database.kysely, personId, clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return house.runner.perform({ actor, now: clock.now, language: 'en' }, verb)
}

function refused(result: unknown, key: string): void {
  assert(isRefused(result), 'it was not refused')
  assert.equal(result.message.key, key)
}

/** An agreement of Assumption University with the school at Lyon, and what each needs to go on. */
async function proposed(conditions = [study]) {
  const made = done(
    await as(p.coordinatorAu, (work) =>
      makeAgreement(work, {
        kind: 'agreement',
        title: 'Test',
        code: 'T-1',
        organisationId: o.au,
        partnerIds: [o.rhone],
        node: 'test.example',
        text: { terms: '', conditions },
      }),
    ),
  )
  done(await as(p.coordinatorAu, (work) => sendCopy(work, { copyId: made.copyId, basedOn: 0 })))
  return { ...made, ...(await seen(made.agreementId)) }
}

async function seen(agreementId: string) {
  const row = await site.house.database.kysely
    .selectFrom('agreements')
    .select('state')
    .where('id', '=', agreementId)
    .executeTakeFirstOrThrow()
  const whole = await site.perform((work) => wholeAgreement(work, agreementId))
  const copyOf = (id: string) => whole.copies.find(({ organisationId }) => organisationId === id)!
  return { state: row.state, whole, ours: copyOf(o.au), theirs: copyOf(o.rhone) }
}

/** Answers the version that an institution shows now. */
function answer(personId: string, copyId: string, of: { id: string; hash: string }, adopt = true) {
  return as(personId, (work) =>
    approveVersion(work, { copyId, versionId: of.id, hash: of.hash, adopt }),
  )
}

/** An agreement that both have approved. */
async function concluded() {
  const one = await proposed()
  done(await answer(p.coordinatorRhone, one.theirs.id, one.ours.sent!))
  const two = await seen(one.agreementId)
  done(await answer(p.coordinatorAu, one.copyId, two.theirs.sent!))
  const three = await seen(one.agreementId)
  assert.equal(three.state, 'in-force')
  return { ...one, ...three }
}

async function change(seats: number, at: { copyId: string; draftNumber?: number }) {
  return as(p.coordinatorAu, async (work) => {
    const row = await work.read
      .selectFrom('agreement_copies')
      .select('draft_number')
      .where('id', '=', at.copyId)
      .executeTakeFirstOrThrow()
    const saved = await saveDraft(work, {
      copyId: at.copyId,
      text: { terms: '', conditions: [{ ...study, seats }] },
      code: 'T-1',
      title: 'Test',
      contacts: [],
      basedOn: at.draftNumber ?? row.draft_number,
    })
    return isRefused(saved)
      ? saved
      : sendCopy(work, { copyId: at.copyId, basedOn: saved.draftNumber })
  })
}

/** Writes into a copy whatever stands in it now. */
async function save(work: Work, copyId: string, written: AgreementText) {
  const { draft_number: basedOn } = await work.read
    .selectFrom('agreement_copies')
    .select('draft_number')
    .where('id', '=', copyId)
    .executeTakeFirstOrThrow()
  const common = { code: 'T-1', title: 'Test', contacts: [], basedOn }
  return saveDraft(work, { copyId, text: written, ...common })
}

async function saveAndSend(work: Work, given: { copyId: string; text: AgreementText }) {
  const saved = await save(work, given.copyId, given.text)
  return isRefused(saved)
    ? saved
    : sendCopy(work, { copyId: given.copyId, basedOn: saved.draftNumber })
}

async function draftOf(copyId: string) {
  const { draft } = await site.house.database.kysely
    .selectFrom('agreement_copies')
    .select('draft')
    .where('id', '=', copyId)
    .executeTakeFirstOrThrow()
  return [draft.terms, draft.conditions[0]?.seats]
}

/** The copies whose offices are asked to answer. */
async function asked(agreementId: string): Promise<string[]> {
  const { whole } = await seen(agreementId)
  const rows = await site.house.database.kysely
    .selectFrom('tasks')
    .select('object_id')
    .where(
      'object_id',
      'in',
      whole.copies.map(({ id }) => id),
    )
    .where('kind', '=', answerTask)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute()
  return rows.map(({ object_id }) => object_id)
}

describe('from a proposal to an agreement', () => {
  test('a draft is seen by nobody else, and what was sent by the partner alone', async () => {
    const made = done(
      await as(p.coordinatorAu, (work) =>
        makeAgreement(work, {
          kind: 'agreement',
          title: 'Unseen',
          code: '',
          organisationId: o.au,
          partnerIds: [o.rhone],
          node: 'test.example',
        }),
      ),
    )
    const { theirs } = await seen(made.agreementId)
    assert.equal((await site.ask(`/en/agreements/${theirs.id}`, { cookie: rhone })).status, 404)
    assert.equal((await site.ask(`/en/agreements/${made.copyId}`, { cookie: rhone })).status, 404)
    const one = await proposed()
    assert.equal((await site.ask(`/en/agreements/${one.theirs.id}`, { cookie: rhone })).status, 200)
    const pku = await site.signInAs(p.coordinatorPku)
    assert.equal((await site.ask(`/en/agreements/${one.theirs.id}`, { cookie: pku })).status, 404)
  })

  test('both copies have hashes of their own, which an outsider can check from the document', async () => {
    const { ours, theirs, agreementId, copyId } = await concluded()
    assert.notEqual(ours.sent!.hash, theirs.sent!.hash)
    assert.equal(ours.sent!.id, ours.agreed!.id)
    const response = await site.ask(`/en/agreements/${copyId}/iias.xml`, { cookie: au })
    const [iia] = done(readIias(new Uint8Array(await response.arrayBuffer())))
    assert.equal(iia!.hash, ours.sent!.hash)
    assert.deepEqual(
      iia!.partners.map(({ iiaId }) => iiaId),
      [ours.id, theirs.id],
    )
    assert.equal((await seen(agreementId)).whole.answers.length, 2)
  })

  test('an approval of another version, a second one and one of differing copies are refused', async () => {
    const one = await proposed()
    const wrong = { id: one.ours.sent!.id, hash: 'ab'.repeat(32) }
    refused(await answer(p.coordinatorRhone, one.theirs.id, wrong), 'refusal.other-version')
    refused(
      await answer(p.coordinatorRhone, one.theirs.id, one.ours.sent!, false),
      'refusal.copies-differ',
    )
    refused(await answer(p.coordinatorPku, one.theirs.id, one.ours.sent!), 'refusal.absent')
    done(await answer(p.coordinatorRhone, one.theirs.id, one.ours.sent!))
    refused(await answer(p.coordinatorRhone, one.theirs.id, one.ours.sent!), 'refusal.answered')
    done(await change(2, one))
    const stale = (await seen(one.agreementId)).ours.versions.at(-1)!
    refused(await answer(p.coordinatorRhone, one.theirs.id, stale), 'refusal.other-version')
  })

  test('two who approve at once make one agreement', async () => {
    const one = await proposed()
    done(await answer(p.coordinatorRhone, one.theirs.id, one.ours.sent!))
    const { theirs } = await seen(one.agreementId)
    const results = await Promise.all([
      answer(p.coordinatorAu, one.copyId, theirs.sent!),
      answer(p.coordinatorAu, one.copyId, theirs.sent!),
    ])
    assert.equal(results.filter((result) => !isRefused(result)).length, 1)
    assert.equal((await seen(one.agreementId)).state, 'in-force')
  })
})

describe('a change to what is agreed', () => {
  test('leaves it in force until all have approved, and a refusal brings it back', async () => {
    const one = await concluded()
    done(await change(1, one))
    const two = await seen(one.agreementId)
    assert.equal(two.state, 'changing')
    assert.equal(two.ours.agreed!.text.conditions[0]!.seats, 3)
    const { id: versionId, hash } = two.ours.sent!
    done(
      await as(p.coordinatorRhone, (work) =>
        refuseVersion(work, { copyId: one.theirs.id, versionId, hash, reason: 'Too few.' }),
      ),
    )
    const three = await seen(one.agreementId)
    assert.equal(three.state, 'in-force')
    assert.equal(three.ours.sent!.id, one.ours.agreed!.id)
    assert.match(await text('/en/inbox/notices'), /has not accepted what you sent/)
    assert.match(await text(`/en/agreements/${one.copyId}`), /Too few\./)
  })

  test('is in force once all have approved it, and the earlier version stays in the history', async () => {
    const one = await concluded()
    done(await change(5, one))
    const two = await seen(one.agreementId)
    done(await answer(p.coordinatorRhone, one.theirs.id, two.ours.sent!))
    const three = await seen(one.agreementId)
    done(await answer(p.coordinatorAu, one.copyId, three.theirs.sent!))
    const four = await seen(one.agreementId)
    assert.equal(four.state, 'in-force')
    assert.equal(four.ours.agreed!.text.conditions[0]!.seats, 5)
    assert.equal(four.ours.versions.length, 2)
  })

  test('can be withdrawn by whoever sent it, and another tab does not overwrite', async () => {
    const one = await concluded()
    refused(await change(2, { ...one, draftNumber: 0 }), 'refusal.changed-meanwhile')
    done(await change(2, one))
    refused(
      await as(p.coordinatorRhone, (work) => withdrawCopy(work, { copyId: one.theirs.id })),
      'refusal.nothing-sent',
    )
    done(await as(p.coordinatorAu, (work) => withdrawCopy(work, { copyId: one.copyId })))
    assert.equal((await seen(one.agreementId)).state, 'in-force')
  })

  test('still waits for its answer when the partner takes back its own', async () => {
    const one = await concluded()
    done(await change(1, one))
    const theirs = {
      copyId: one.theirs.id,
      text: { terms: '', conditions: [{ ...study, seats: 7 }] },
    }
    done(await as(p.coordinatorRhone, (work) => saveAndSend(work, theirs)))
    done(await as(p.coordinatorAu, (work) => withdrawCopy(work, { copyId: one.copyId })))
    assert.equal((await seen(one.agreementId)).state, 'changing')
    assert.deepEqual(await asked(one.agreementId), [one.copyId])
  })

  test('leaves a draft as it is that somebody else is writing', async () => {
    const one = await concluded()
    done(await change(1, one))
    const mine = { terms: 'Being written', conditions: [{ ...study, seats: 9 }] }
    done(await as(p.coordinatorRhone, (work) => save(work, one.theirs.id, mine)))
    const { ours } = await seen(one.agreementId)
    done(
      await as(p.coordinatorRhone, (work) =>
        adoptCopy(work, { copyId: one.theirs.id, versionId: ours.sent!.id, chosen: ['one:seats'] }),
      ),
    )
    assert.deepEqual(await draftOf(one.theirs.id), ['Being written', 1])
    done(await as(p.coordinatorRhone, (work) => save(work, one.theirs.id, mine)))
    done(await answer(p.coordinatorRhone, one.theirs.id, ours.sent!))
    assert.deepEqual(await draftOf(one.theirs.id), ['Being written', 9])
    assert.equal((await seen(one.agreementId)).theirs.sent!.text.conditions[0]!.seats, 1)
  })

  test('can be adopted in part, which changes one’s own draft alone', async () => {
    const one = await concluded()
    done(await change(1, one))
    const { ours } = await seen(one.agreementId)
    done(
      await as(p.coordinatorRhone, (work) =>
        adoptCopy(work, { copyId: one.theirs.id, versionId: ours.sent!.id, chosen: ['one:seats'] }),
      ),
    )
    const page = await text(`/en/agreements/${one.theirs.id}/copy`, rhone)
    assert.match(
      page,
      /name="conditions\.0\.seats"[^>]*value="1"|value="1"[^>]*name="conditions\.0\.seats"/,
    )
  })
})

describe('the end of an agreement', () => {
  test('a proposal is withdrawn by whoever began it and by nobody else', async () => {
    const one = await proposed()
    refused(
      await as(p.coordinatorRhone, (work) => withdrawCopy(work, { copyId: one.theirs.id })),
      'refusal.not-yours',
    )
    done(await as(p.coordinatorAu, (work) => withdrawCopy(work, { copyId: one.copyId })))
    refused(await answer(p.coordinatorRhone, one.theirs.id, one.ours.sent!), 'refusal.over')
  })

  test('a notice of one year ends it by one partner’s word', async () => {
    const one = await concluded()
    const input = { copyId: one.copyId, lastYear: '2027/2028', reason: 'The programme closes.' }
    assert.deepEqual(done(await as(p.coordinatorAu, (work) => declareEnd(work, input))), {
      ended: true,
    })
    assert.equal((await seen(one.agreementId)).state, 'terminated')
    refused(await change(2, one), 'refusal.over')
  })

  test('sooner it ends only by consent, and a declined wish changes nothing', async () => {
    const one = await concluded()
    const input = { copyId: one.copyId, lastYear: '2026/2027', reason: 'Now.' }
    assert.deepEqual(done(await as(p.coordinatorAu, (work) => declareEnd(work, input))), {
      ended: false,
    })
    const { whole } = await seen(one.agreementId)
    const end = whole.ends[0]!
    const consent = (personId: string, copyId: string, yes: boolean) =>
      as(personId, (work) => answerEnd(work, { copyId, endId: end.id, consent: yes }))
    done(await consent(p.coordinatorRhone, one.theirs.id, false))
    assert.equal((await seen(one.agreementId)).state, 'in-force')
    refused(await consent(p.coordinatorRhone, one.theirs.id, true), 'refusal.no-end')
    done(await as(p.coordinatorAu, (work) => declareEnd(work, input)))
    const again = (await seen(one.agreementId)).whole.ends.find(({ outcome }) => outcome === null)!
    done(
      await as(p.coordinatorRhone, (work) =>
        answerEnd(work, { copyId: one.theirs.id, endId: again.id, consent: true }),
      ),
    )
    const last = await seen(one.agreementId)
    assert.equal(last.state, 'terminated')
    assert.equal(last.whole.lastYear, '2026/2027')
    const { firstYear } = last.whole.copies[0]!.agreed!.text.conditions[0]!
    for (const [lastYear, terminated] of [
      [null, false],
      [firstYear, false],
      ['2020/2021', true],
    ] as const) {
      const [iia] = iiasOf({ ...last.whole, lastYear }, one.copyId)
      assert.equal(iia!.terminated, terminated, 'as a whole only before its first year')
    }
  })
})

describe('the pages', () => {
  test('an agreement is begun, written in rows and sent; what is wrong comes back with everything typed', async () => {
    const values = {
      organisation: o.au,
      title: 'By pages',
      kind: 'agreement',
      'partners[]': [o.rhone],
    }
    const made = await site.send('/en/agreements/new', '/en/agreements/new', values, au)
    assert.equal(made.status, 303)
    const here = made.headers.get('location')!
    const row = {
      'conditions.0.key': 'first',
      'conditions.0.kind': 'study',
      'conditions.0.sending': o.au,
      'conditions.0.receiving': o.rhone,
      'conditions.0.seats': 'many',
      'conditions.0.firstYear': '2570/2571',
      'conditions.0.lastYear': '2029-30',
      'conditions.0.languages': 'en B2; fr',
      'conditions.0.fields': '0211, 0213; 0214 Weaving',
      'conditions.0.levels': '6–7',
      title: 'By pages',
      code: 'Ü 7',
      terms: '',
      basedOn: '0',
    }
    const wrong = await site.send(here, here, { ...row, do: 'send' }, au)
    assert.equal(wrong.status, 422)
    const page = await wrong.text()
    assert.match(page, /Write a whole number/)
    assert.match(page, /0214 Weaving/)
    const sent = await site.send(here, here, { ...row, 'conditions.0.seats': '๓', do: 'send' }, au)
    assert.equal(sent.status, 303)
    const shown = await text(sent.headers.get('location')!)
    assert.match(shown, /0214 Weaving/)
    assert.match(shown, /English B2/)
    assert.match(shown, /2027\/2028|2027–2028|2027\/28/)
  })

  test('the list is narrowed by partner, kind, year and state, and exported with its conditions', async () => {
    const count = async (query: string) => {
      const page = await text(`/en/agreements?${query}`)
      return [...page.matchAll(/data-row="/g)].length
    }
    const all = await count('')
    assert(all >= 5)
    assert.equal(await count('state=withdrawn&partner=' + o.saebyeok), 0)
    assert.equal(await count(`partner=${o.saebyeok}`), 1)
    assert((await count('kind=teaching')) < all)
    assert.equal(await count('year=2090/2091'), 0)
    assert.equal(await count('q=paper'), 1)
    const file = await site.ask('/en/agreements/export?format=xlsx&q=media', { cookie: au })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const table = await readTable(bytes, { name: 'x.xlsx' })
    assert(!isRefused(table))
    const rows = await allRows(table)
    assert(!isRefused(rows))
    assert.equal(rows.length, 3)
  })

  test('every page speaks five languages', async () => {
    for (const language of languages.map(urlSegment)) {
      const page = await text(`/${language}/agreements`)
      const [, id] = /agreements\/([0-9a-f-]{36})/.exec(page)!
      await text(`/${language}/agreements/${id}`)
      await text(`/${language}/agreements/${id}/copy`)
    }
  })
})

test('the quotas of a pair are those of the agreed copies in their years, directions and levels', async () => {
  const one = await concluded()
  const ask = (question: Partial<Parameters<typeof quotasOf>[1]>) =>
    site.perform(async (work) => {
      const found = await quotasOf(work, {
        sending: o.au,
        receiving: o.rhone,
        year: '2028/2029',
        ...question,
      })
      return found.filter(({ agreementId }) => agreementId === one.agreementId)
    })
  assert.deepEqual(
    (await ask({})).map(({ seats, used }) => ({ seats, used })),
    [{ seats: 3, used: 0 }],
  )
  assert.equal((await ask({ level: 6 })).length, 1)
  assert.equal((await ask({ level: 8 })).length, 0)
  assert.equal((await ask({ year: '2031/2032' })).length, 0)
  assert.equal((await ask({ sending: o.rhone, receiving: o.au })).length, 0)
  done(await change(7, one))
  assert.equal((await ask({}))[0]!.seats, 3)
})
