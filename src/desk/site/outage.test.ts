import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cast, testSite } from '../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people } = cast

const values = {
  native: '',
  romanised: 'Nobody Twice',
  order: 'given-first',
  passportGiven: 'Nobody',
  passportFamily: 'Twice',
  preferredLanguage: 'th',
  timeZone: 'Asia/Bangkok',
}

/** Whatever changes a person fails as a server with this state of its own would make it fail. */
async function failingWith<T>(state: string, run: () => Promise<T>): Promise<T> {
  const { database } = site.house
  await database.sqlScript(`
    create function fails() returns trigger language plpgsql as
      $$ begin raise exception 'as asked' using errcode = '${state}'; end $$;
    create trigger fails before update on persons for each row execute function fails();`)
  try {
    return await run()
  } finally {
    await database.sqlScript('drop trigger fails on persons; drop function fails();')
  }
}

const send = async (language: string) => {
  const cookie = await site.signInAs(people.studentKanyarat)
  return site.send(`/${language}/account`, `/${language}/account`, values, cookie)
}

test('a full disk is said to be one, and what was typed waits for room', async () => {
  const answer = await failingWith('53100', () => send('en'))
  assert.equal(answer.status, 507)
  const html = await answer.text()
  assert.match(html, /The disk of the platform is full/)
  assert.match(html, /name="romanised" value="Nobody Twice"/)
  assert.match(html, /Kanyarat/, 'whoever is signed in stays so')
})

test('a database that is away is said to be back soon, and is not asked who asks', async () => {
  const answer = await failingWith('57P03', () => send('th'))
  assert.equal(answer.status, 503)
  assert.equal(answer.headers.get('retry-after'), '30')
  const html = await answer.text()
  assert.match(html, /ระบบติดต่อฐานข้อมูลไม่ได้ในขณะนี้/)
  assert.match(html, /name="romanised" value="Nobody Twice"/)
})

test('a fault of a statement is ours, with the number to tell', async () => {
  const answer = await failingWith('22012', () => send('en'))
  assert.equal(answer.status, 500)
  assert.match(await answer.text(), /tell the secretariat this number/)
})
