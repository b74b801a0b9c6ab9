import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { seededObjects } from '../seed/woven.ts'

const site = await testSite({ seed: ['alliance', 'exhibitions'] })
after(() => site.close())
const { database } = site.house
const { lozenges, herringbone } = seededObjects

async function set(id: string, change: string): Promise<void> {
  await database.execute(`update exhibition_objects set ${change} where id = $1`, [id])
  // What is remembered of pictures is a second old at most.
  site.clock.now = new Date(site.clock.now.getTime() + 1000)
}

describe('an object', () => {
  test('shows to everybody once its holder released it, with its pictures and its terms', async () => {
    const list = await (await site.ask('/en/objects')).text()
    assert.match(list, /Lozenge twill on eight shafts/)
    assert.match(list, /Herringbone/)
    const shown = await (await site.ask(`/th/objects/${lozenges}`)).text()
    assert.match(shown, /ลายข้าวหลามตัดแปดตะกอ/)
    assert.match(shown, /พ\.ศ\. 2569/)
    assert.match(shown, /http:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0\//)
    const [, picture] = /<img[^>]+src="(\/iiif\/3\/[^"]+)"/.exec(shown)!
    const sent = await site.ask(picture!)
    assert.equal(sent.headers.get('content-type'), 'image/jpeg')
    assert.ok((await sent.arrayBuffer()).byteLength > 10_000)
  })

  test('out of its season, for its holder alone, or as a draft looks absent, and so do its files', async () => {
    const shown = await (await site.ask(`/en/objects/${herringbone}`)).text()
    const [, picture] = /<img[^>]+src="(\/iiif\/3\/[^"]+)"/.exec(shown)!
    const hidden = [
      `season_from = '12-01', season_until = '02-28'`,
      `season_from = null, season_until = null, access = 'holder'`,
      `access = 'signed-in'`,
      `access = 'open', state = 'withdrawn', withdrawn_at = released_at`,
    ]
    for (const change of hidden) {
      await set(herringbone, change)
      assert.equal((await site.ask(`/en/objects/${herringbone}`)).status, 404, change)
      assert.equal((await site.ask(picture!)).status, 404, change)
      assert.doesNotMatch(await (await site.ask('/en/objects')).text(), /Herringbone/, change)
    }
    const cookie = await site.signInAs(cast.people.coordinatorPku)
    assert.equal((await site.ask(`/en/objects/${herringbone}`, { cookie })).status, 200)
    const visitor = await site.signInAs(cast.people.studentPloy)
    assert.equal((await site.ask(`/en/objects/${herringbone}`, { cookie: visitor })).status, 404)
    await set(herringbone, `state = 'available', withdrawn_at = null, access = 'signed-in'`)
    assert.equal((await site.ask(`/en/objects/${herringbone}`, { cookie: visitor })).status, 200)
  })
})
