import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createActLink } from '#kernel/identity'
import { testSite } from '../../../test/harness/site.ts'

const site = await testSite()
after(() => site.close())

/** What links open that shows a student's data: its table, its action, and whose the case is. */
const shown = [
  ['evidence_requests', 'recognition.evidence.answer', 'asked_person_id'],
  ['line_referrals', 'recognition.referral.answer', 'null::uuid'],
] as const

test('whoever opens a student’s data by a link is recorded as its holder, and every such page says whose they are', async () => {
  for (const [table, action, holder] of shown) {
    const { rows } = await site.house.database.execute(
      `select q.id, c.person_id, coalesce(${holder},
         (select a.person_id from appointments a join line_referrals r on r.unit_id = a.unit_id
          where r.id = q.id limit 1)) as holder
       from ${table} q join recognition_cases c on c.id = q.case_id
       where q.state = 'open' and ${holder} is distinct from c.person_id limit 1`,
    )
    const [found] = rows
    assert.ok(found, `the demonstration has an open row of ${table}`)
    const { token } = await site.perform((work) =>
      createActLink(work, {
        action,
        objectId: String(found['id']),
        personId: found['holder'] === null ? null : String(found['holder']),
        expiresAt: new Date(work.now.getTime() + 3_600_000),
        maxUses: 1,
      }),
    )
    const answer = await site.ask(`/en/act/${token}`)
    assert.equal(answer.status, 200, table)
    await answer.text()
    await site.reads.flush()
    const reads = await site.house.database.execute(
      `select link_id is not null as by_link, person_ids from personal_reads where route = 'GET /act/:token'
       order by read_at desc, request_id desc limit 1`,
    )
    assert.deepEqual(reads.rows, [{ by_link: true, person_ids: [found['person_id']] }], table)
    site.clock.now = new Date(site.clock.now.getTime() + 1000)
  }
  assert.deepEqual(
    site.log.filter(({ level }) => level === 'error'),
    [],
  )
})
