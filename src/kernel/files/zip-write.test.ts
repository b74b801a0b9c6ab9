import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { isRefused } from '#kernel/database'
import { byteSource, zipEntries } from './zip.ts'
import { type ArchiveFile, writeZip } from './zip-write.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const modifiedAt = new Date('2026-11-22T00:00:00Z')

async function packed(files: AsyncIterable<ArchiveFile>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(writeZip(files)).arrayBuffer())
}

async function* named(...names: string[]): AsyncGenerator<ArchiveFile> {
  for (const [place, name] of names.entries())
    yield { name, bytes: bytes(`content ${place}`), modifiedAt }
}

test('an archive holds its files under names in every script, each once', async () => {
  const archive = await packed(
    named(
      '2026-0001 กันยารัตน์.pdf',
      '2026-0002 李明.pdf',
      '김하늘.pdf',
      'a.pdf',
      'A.pdf',
      '../a.pdf',
      'é/è.pdf',
    ),
  )
  assert.deepEqual(Object.keys(unzipSync(archive)), [
    '2026-0001 กันยารัตน์.pdf',
    '2026-0002 李明.pdf',
    '김하늘.pdf',
    'a.pdf',
    'A (2).pdf',
    'a (3).pdf',
    'è.pdf',
  ])
  const entries = await zipEntries(await byteSource(archive))
  assert.ok(!isRefused(entries) && entries.length === 7)
})

test('the same files give the same bytes, and none an empty archive', async () => {
  assert.deepEqual(await packed(named('a.pdf')), await packed(named('a.pdf')))
  assert.deepEqual(unzipSync(await packed(named())), {})
})

test('no file is asked for before the one before it has gone', async () => {
  let made = 0
  async function* many(): AsyncGenerator<ArchiveFile> {
    for (; made < 100;) {
      made += 1
      yield { name: `${made}.pdf`, bytes: new Uint8Array(1000), modifiedAt }
    }
  }
  const reader = writeZip(many()).getReader()
  await reader.read()
  assert.ok(made <= 3, `${made} were made`)
  await reader.cancel()
})
