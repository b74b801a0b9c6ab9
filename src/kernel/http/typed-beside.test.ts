import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBodyRoom } from './body-room.ts'
import { readLimited } from './limits.ts'
import { typedReader } from './typed-beside.ts'

async function bodyOf(form: FormData): Promise<{ bytes: Uint8Array; type: string }> {
  const response = new Response(form)
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    type: response.headers.get('content-type')!,
  }
}

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(at, at + size))
      at += size
    },
  })
}

const typed = 'Faculty of Arts\r\n--not-a-mark\r\nคณะศิลปกรรมศาสตร์ 艺术学院 "=1+1"'

async function formWith(fileBytes: number): Promise<{ bytes: Uint8Array; type: string }> {
  const form = new FormData()
  form.set('text', typed)
  form.append('keys[]', 'one')
  form.append('keys[]', 'two')
  form.set('empty', '')
  form.set('file', new File([new Uint8Array(fileBytes).fill(13)], 'a "list" 名.xlsx'))
  form.set('after', 'said after the file')
  return bodyOf(form)
}

test('what was typed before and after a file that is too large is found, however it comes in', async () => {
  const { bytes, type } = await formWith(200_000)
  for (const size of [1, 7, 4096, bytes.length]) {
    const reader = typedReader(type)!
    const place = createBodyRoom().enter('here')
    const read = await readLimited(streamOf(bytes, size), 50_000, place, reader)
    assert.equal(read, 'too-large')
    const { values, files } = reader.found()
    assert.deepEqual(
      { ...values },
      {
        text: [typed],
        'keys[]': ['one', 'two'],
        empty: [''],
        after: ['said after the file'],
      },
    )
    assert.deepEqual({ ...files }, { file: ['a "list" 名.xlsx'] })
  }
})

test('a body is read to a bound, and then what came whole is given', async () => {
  const { bytes, type } = await formWith(100_000)
  const reader = typedReader(type)!
  const place = createBodyRoom().enter('here')
  assert.equal(await readLimited(streamOf(bytes, 500), 1000, place, reader), 'too-large')
  const { values, files } = reader.found()
  assert.deepEqual(Object.keys(values), ['text', 'keys[]', 'empty'])
  assert.deepEqual(Object.keys(files), ['file'])
})

test('a text that is itself too large is not given back in part, and what is no form is not read', async () => {
  const form = new FormData()
  form.set('first', 'short')
  form.set('text', 'x'.repeat(2_000_000))
  const { bytes, type } = await bodyOf(form)
  const reader = typedReader(type)!
  for (let at = 0; at < bytes.length; at += 65_536) {
    if (!reader.feed(bytes.subarray(at, at + 65_536))) break
  }
  assert.deepEqual({ ...reader.found().values }, { first: ['short'] })
  assert.equal(typedReader('application/x-www-form-urlencoded'), null)
  assert.equal(typedReader('multipart/form-data'), null)
})
