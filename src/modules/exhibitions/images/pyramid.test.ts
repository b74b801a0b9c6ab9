import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test, type TestContext } from 'node:test'
import sharp from 'sharp'
import { onSmallDisk } from '../../../../test/harness/small-disk.ts'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { isRefused } from '#kernel/database'
import { receiveFile } from '#kernel/files'
import { createJobRunner } from '#kernel/jobs'
import { grantsOf } from '#modules/alliance'
import { emptyDetails } from '../routes/object-details.ts'
import { ingestImage } from '../service/ingest.ts'
import { takeImage } from '../service/media.ts'
import { makeObject } from '../service/objects.ts'

const root = mkdtempSync(join(tmpdir(), 'weft-full-'))
const site = await testSite({ seed: ['alliance'] })
const before = process.env['TMPDIR']
after(async () => {
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  await site.close()
  rmSync(root, { recursive: true, force: true })
})

/** A picture of noise, which no compression makes small, with its object. */
async function sentPicture(): Promise<string> {
  const { runner, database } = site.house
  const [width, height] = [1500, 1000]
  const raw = { width, height, channels: 3 } as const
  const bytes = await sharp(randomBytes(width * height * 3), { raw })
    .png()
    .toBuffer()
  const rules = { allow: ['png'], maxBytes: 50_000_000, maxPixels: 10_000_000 } as const
  const original = await receiveFile(site.services.blobs, { name: 'noise.png', bytes }, rules)
  assert.ok(!isRefused(original))
  const now = site.clock.now
  const grants = await grantsOf(database.kysely, cast.people.curator, now)
  const actor = { kind: 'person', personId: cast.people.curator, grants } as const
  const taken = await runner.perform({ actor, now, language: 'en' }, async (work) => {
    const details = { ...emptyDetails, titles: { en: 'Noise' } }
    const organisationId = cast.organisations.museum
    const made = await makeObject(work, { organisationId, details, node: 'test' })
    if (isRefused(made)) return made
    return takeImage(work, { objectId: made.objectId, original, alts: {}, node: 'test' })
  })
  assert.ok(!isRefused(taken))
  return taken.mediaId
}

/** One round of the queue, so many hours from the clock. */
async function makeReady(hours = 0): Promise<string[]> {
  const errors: string[] = []
  const { runner, database } = site.house
  const now = new Date(site.clock.now.getTime() + hours * 3_600_000)
  const onError = ({ error }: { error: unknown }) => void errors.push(String(error))
  const jobs = [ingestImage]
  const services = site.services
  await createJobRunner({ database, runner, jobs, services, now: () => now, onError }).drain(now)
  return errors
}

const stateOf = async (id: string) =>
  (await site.house.database.execute('select state from exhibition_media where id = $1', [id]))
    .rows[0]?.['state']

/** Half a megabyte for temporary files, and all of the disk again afterwards. */
const onFullDisk = (context: TestContext, run: (small: string) => Promise<void>) =>
  onSmallDisk(context, '512k', ({ folder }) =>
    run(folder).finally(() => {
      process.env['TMPDIR'] = root
    }),
  )

describe('where a pyramid is made', () => {
  test('a full disk damages no picture: it waits, leaves nothing, and is made once there is room', (context) =>
    onFullDisk(context, async (small) => {
      const mediaId = await sentPicture()
      process.env['TMPDIR'] = small
      const errors = await makeReady()
      assert.equal(errors.length, 1)
      assert.match(errors[0]!, /No space left|ENOSPC/)
      assert.equal(await stateOf(mediaId), 'processing')
      assert.deepEqual(readdirSync(small), [])
      process.env['TMPDIR'] = root
      assert.deepEqual(await makeReady(1), [])
      assert.equal(await stateOf(mediaId), 'ready')
    }))

  test('a disk that stays full is told to whoever waits for the picture, and nothing is left of the attempts', (context) =>
    onFullDisk(context, async (small) => {
      const mediaId = await sentPicture()
      process.env['TMPDIR'] = small
      const cookie = await site.signInAs(cast.people.curator)
      const row = async () =>
        (
          await site.house.database.execute(
            'select object_id, state, fault from exhibition_media where id = $1',
            [mediaId],
          )
        ).rows[0]!
      const shown = `/en/objects/${String((await row())['object_id'])}`
      assert.match(await (await site.ask(shown, { cookie })).text(), /No picture yet/)
      // An attempt an hour at the latest, as the job's backoff says.
      for (let hour = 0; hour <= 24; hour += 1) {
        assert.equal(await stateOf(mediaId), 'processing', `before attempt ${hour + 1}`)
        await makeReady(2 * hour)
      }
      const { object_id: object, ...stands } = await row()
      assert.deepEqual(stands, { state: 'failed', fault: 'room' })
      const page = await (await site.ask(`/th/objects/${String(object)}/edit`, { cookie })).text()
      assert.match(page, /ดิสก์ของเซิร์ฟเวอร์ไม่มีที่ว่างตลอดทั้งวัน/)
      assert.deepEqual(readdirSync(small), [])
    }))

  test('what a killed process left is cleared, what is being made is not', async () => {
    process.env['TMPDIR'] = root
    const [left, begun] = [join(root, 'weft-pyramid-left'), join(root, 'weft-pyramid-begun')]
    for (const folder of [left, begun]) mkdirSync(folder)
    const longAgo = new Date(Date.now() - 5 * 3_600_000)
    utimesSync(left, longAgo, longAgo)
    const mediaId = await sentPicture()
    assert.deepEqual(await makeReady(1), [])
    assert.equal(await stateOf(mediaId), 'ready')
    assert.ok(!existsSync(left))
    assert.ok(existsSync(begun))
  })
})
