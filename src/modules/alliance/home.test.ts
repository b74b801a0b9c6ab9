import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting, now, onDatabase, tellStory } from './alliance.fixture.ts'
import { allianceHome } from './home.ts'
import { cast } from './seed/cast.ts'

const { organisations: o, people: p } = cast

test('those who answer for the whole see its numbers on their home, and few people are not told apart', () =>
  onDatabase(async ({ reading, database }) => {
    await tellStory(database)
    const numbers = async (actor: ReturnType<typeof acting>) => {
      const work = reading(actor)
      const may = (action: string, facts: Record<string, unknown> = {}) => work.may(action, facts)
      const parts = await allianceHome({ work, may, now, timeZone: 'Asia/Bangkok' })
      const part = parts.find(({ id }) => id === 'numbers')
      return part?.figures.map(({ label, value }) => [label.key.split('.').at(-1), value])
    }
    const officer = acting(p.officer, 'officer', o.ministry)
    const { rows } = await database.execute(
      `select (select count(*) from memberships where ends_on is null) as members,
        (select count(distinct person_id) from cohort_members m join programme_years y on y.id = m.programme_year_id
          where $1::date between y.starts_on and y.ends_on and m.state <> 'left') as participants,
        (select count(*) from initiatives where state = 'running') as initiatives`,
      [now],
    )
    const told = new Map((await numbers(officer)) as [string, number][])
    assert.equal(told.get('members'), Number(rows[0]!['members']))
    assert.equal(told.get('initiatives'), Number(rows[0]!['initiatives']))
    const participants = Number(rows[0]!['participants'])
    assert.equal(told.get('participants'), participants < 5 ? undefined : participants)
    await database.execute("update cohort_members set state = 'left'")
    const after = new Map((await numbers(officer)) as [string, number][])
    assert.equal(after.has('participants'), false)
    assert.deepEqual(await numbers(acting(p.secretariat, 'secretariat', null)), [...after])
    assert.equal(await numbers(acting(p.coordinatorAu, 'coordinator', o.au)), undefined)
  }))
