import assert from 'node:assert/strict'
import { test } from 'node:test'
import { displayName, type Language, type PersonName } from '#kernel/values'
import { cast } from '../index.ts'
import { acting, onDatabase, tellStory } from '../alliance.fixture.ts'
import { peopleOf } from './people.ts'

const { organisations: o, people: p } = cast
const coordinator = acting(p.coordinatorAu, 'coordinator', o.au)

const thai = ['ขวัญ ใจดี', 'เกศ แก้วใส', 'กมล เพียรดี', 'ไกร ทองคำ', 'แก้ว มีสุข', 'โกศล รักษ์ไทย']
const korean = ['한지우', '가은서', '나도윤', '강민준']

for (const [language, names] of [
  ['th', thai],
  ['ko', korean],
] as [Language, string[]][]) {
  test(`people stand in the order of a ${language} dictionary`, () =>
    onDatabase(async ({ database, reading }) => {
      await tellStory(database)
      const people = await database.execute(
        `select distinct person_id from appointments where organisation_id = $1
         union select distinct person_id from enrolments where organisation_id = $1 order by 1`,
        [o.au],
      )
      for (const [place, native] of names.entries()) {
        const name = { native, romanised: `Z${place}`, order: 'given-first' }
        await database.execute('update persons set name = name || $1::jsonb where id = $2', [
          JSON.stringify(name),
          people.rows[place]!['person_id'],
        ])
      }
      const work = { ...reading(coordinator), language }
      const { rows } = await peopleOf(work, o.au, { page: 1, when: 'all', perPage: 200 })
      const shown = rows
        .map(({ name }: { name: PersonName }) => displayName(name, language))
        .flatMap((text) => names.find((name) => text.includes(name)) ?? [])
      assert.deepEqual(shown, names.toSorted(new Intl.Collator(language).compare))
    }))
}
