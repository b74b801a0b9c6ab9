import assert from 'node:assert/strict'
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openDatabase } from '#kernel/database'
import { startPostgres } from '../../../test/harness/postgres.ts'
import { say, scratch, testProgram } from '../program.fixture.ts'
import { checkConnections, checkDump } from './server-findings.ts'

const { folder, remove } = scratch()
after(remove)
const program = testProgram()

/** A data folder with one person and one signed checkpoint, made once and copied. */
const template = join(folder, 'template')
before(async () => {
  const args = ['appoint', 'one@weft.example', '--role', 'secretariat']
  assert.equal((await say(program, template, args)).code, 0)
  assert.equal((await say(program, template, ['chronicle', 'checkpoint'])).code, 0)
})

function used(name: string): string {
  cpSync(template, join(folder, name), { recursive: true })
  return join(folder, name)
}

type Finding = { check: string; status: string; says: string; advice: string | null }

async function findings(data: string, environment: Record<string, string> = {}) {
  const answer = await say(program, data, ['doctor', '--json'], environment)
  const list = answer.json().data['findings'] as Finding[]
  return { code: answer.code, of: (check: string) => list.filter((each) => each.check === check) }
}

test('a machine before the first start is in order, and nothing is made', async () => {
  const place = join(folder, 'not-yet')
  const { code, of } = await findings(place)
  assert.equal(code, 0)
  for (const check of ['node', 'languages', 'time-zones', 'fonts', 'packages', 'clock', 'sync']) {
    assert.equal(of(check)[0]?.status, 'ok', check)
  }
  assert.match(of('database')[0]?.says ?? '', /No database yet/)
  assert.match(of('keys')[0]?.says ?? '', /No keys yet/)
})

test('a running database is examined to the end of its chronicle; open rights of keys are told', async () => {
  const place = used('examined')
  chmodSync(join(place, 'keys', 'secret'), 0o644)
  const { code, of } = await findings(place)
  assert.equal(code, 0)
  assert.equal(of('migrations')[0]?.status, 'ok')
  assert.match(of('chronicle')[0]?.says ?? '', /is whole \(1 entries/)
  assert.equal(of('keys')[0]?.status, 'warning')
  assert.match(of('keys')[0]?.advice ?? '', /chmod 600/)
})

test('an entry that was changed behind the back of the program is a problem, here and for verify', async () => {
  const place = used('changed')
  const database = await openDatabase({ dataDirectory: place })
  await database.execute(`alter table chronicle_entries disable trigger all`)
  await database.execute(`update chronicle_entries set actor = 'nobody'`)
  await database.close()
  const { code, of } = await findings(place)
  assert.equal(code, 1)
  assert.equal(of('chronicle')[0]?.status, 'problem')
  const verified = await say(program, place, ['chronicle', 'verify'])
  assert.equal(verified.code, 1)
  assert.match(verified.out, /at position 1, the entry was changed/)
})

test('a checkpoint that was kept elsewhere shows that the end was cut off', async () => {
  const place = used('cut')
  const file = join(folder, 'witness.json')
  const signed = await say(program, place, ['chronicle', 'checkpoint', file])
  assert.match(signed.out, /position 1 stands in/)
  const database = await openDatabase({ dataDirectory: place })
  for (const table of ['chronicle_checkpoints', 'chronicle_seals']) {
    await database.execute(`alter table ${table} disable trigger all`)
    await database.execute(`delete from ${table}`)
  }
  await database.close()
  const answer = await say(program, place, ['chronicle', 'verify', '--checkpoint', file, '--json'])
  assert.equal(answer.code, 1)
  assert.match(answer.json().lines.join(), /cut off/)
  writeFileSync(join(folder, 'no-witness'), 'hello')
  const odd = ['chronicle', 'verify', '--checkpoint', join(folder, 'no-witness')]
  assert.equal((await say(program, place, odd)).code, 2)
})

test('a new key signs from then on, and what the old one signed is still proven', async () => {
  const place = used('rotated')
  assert.equal((await say(program, place, ['chronicle', 'rotate-key'])).code, 0)
  await say(program, place, ['appoint', 'two@weft.example', '--role', 'secretariat'])
  await say(program, place, ['chronicle', 'checkpoint'])
  const answer = await say(program, place, ['chronicle', 'verify', '--json'])
  assert.equal(answer.code, 0)
  assert.equal(answer.json().data['checkpoints'], 2)
})

test('mail: no server is a warning, one that is away or no mail server a problem', async () => {
  const place = join(folder, 'mail')
  assert.equal((await findings(place)).of('mail')[0]?.status, 'warning')
  const server = createServer((socket) => socket.end(greeting))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const WEFT_SMTP_URL = `smtp://127.0.0.1:${(server.address() as { port: number }).port}`
  let greeting = '220 mail.example ESMTP\r\n'
  assert.equal((await findings(place, { WEFT_SMTP_URL })).of('mail')[0]?.status, 'ok')
  greeting = 'HTTP/1.1 400 Bad Request\r\n'
  assert.match((await findings(place, { WEFT_SMTP_URL })).of('mail')[0]?.says ?? '', /not a mail/)
  await new Promise((resolve) => server.close(resolve))
  const away = await findings(place, { WEFT_SMTP_URL })
  assert.equal(away.code, 1)
  assert.match(away.of('mail')[0]?.says ?? '', /ECONNREFUSED/)
})

test('a database server that is away, a wrong variable and a half restored folder are problems with a remedy', async () => {
  const away = await findings(folder, { DATABASE_URL: 'postgres://weft@127.0.0.1:1/weft' })
  assert.equal(away.code, 1)
  assert.match(away.of('database')[0]?.says ?? '', /cannot be reached/)
  const wrong = await findings(folder, { WEFT_JOBS: 'maybe' })
  assert.equal(wrong.code, 1)
  assert.match(wrong.of('configuration')[0]?.says ?? '', /WEFT_JOBS/)
  mkdirSync(join(folder, 'half', 'restore.unfinished'), { recursive: true })
  const half = await findings(join(folder, 'half'))
  assert.match(half.of('folder')[0]?.says ?? '', /was cut off/)
})

test('a folder that another process has open is not looked into', async () => {
  const place = used('open')
  const database = await openDatabase({ dataDirectory: place })
  const { code, of } = await findings(place)
  assert.equal(code, 0)
  assert.match(of('database')[0]?.says ?? '', /open in a running Weft/)
  await database.close()
})

test('a folder in which nothing can be made is a finding beside the others', async () => {
  const { code, of } = await findings('/proc/weft')
  assert.equal(code, 1)
  assert.equal(of('sync')[0]?.status, 'problem')
  assert.match(of('sync')[0]?.says ?? '', /\/proc \(E[A-Z]+\)/)
  assert.match(of('mail')[0]?.says ?? '', /No mail server/)
})

/** An S3 that holds one object and answers 403 to what the key may not do, 404 to all where it has no bucket. */
function smallS3() {
  const may = { bucket: true, rights: ['list', 'PUT', 'GET', 'HEAD', 'DELETE'] }
  const objects = new Map<string, Buffer>()
  const server = createHttpServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { pathname } = new URL(request.url!, 'http://host')
    const method = request.method ?? ''
    const refused = (status: number, code: string) =>
      response.writeHead(status).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)
    if (!may.bucket) return refused(404, 'NoSuchBucket')
    const isList = pathname === '/weft'
    if (!may.rights.includes(isList ? 'list' : method)) return refused(403, 'AccessDenied')
    if (isList) return response.end('<ListBucketResult></ListBucketResult>')
    if (method === 'PUT') return response.end(void objects.set(pathname, Buffer.concat(parts)))
    const found = objects.get(pathname)
    if (!found) return response.writeHead(404).end()
    if (method === 'DELETE') return response.writeHead(204).end(void objects.delete(pathname))
    return response.writeHead(200).end(method === 'HEAD' ? undefined : found)
  })
  return { may, objects, server }
}

test('the store for files is tried with a file of its own; what the key lacks is named', async () => {
  const { may, objects, server } = smallS3()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const environment = {
    WEFT_S3_ENDPOINT: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    WEFT_S3_BUCKET: 'weft',
    WEFT_S3_REGION: 'here',
    WEFT_S3_ACCESS_KEY_ID: 'KEY',
    WEFT_S3_SECRET_ACCESS_KEY: 'secret',
  }
  const place = join(folder, 'store')
  const found = async (more: Record<string, string> = {}) =>
    (await findings(place, { ...environment, ...more })).of('files')[0]
  assert.equal((await found())?.status, 'ok')
  assert.equal(objects.size, 0)
  may.bucket = false
  assert.match((await found())?.says ?? '', /has no bucket weft/)
  may.bucket = true
  may.rights = ['GET', 'HEAD']
  const reader = await found()
  assert.equal(reader?.status, 'problem')
  assert.match(reader?.says ?? '', /lacks rights in bucket weft: s3:ListBucket, s3:PutObject$/)
  may.rights = ['list', 'PUT', 'GET', 'HEAD']
  assert.match((await found())?.says ?? '', /: s3:DeleteObject$/)
  assert.equal(objects.size, 1)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  const away = await found({ LANG: 'th_TH.UTF-8' })
  assert.equal(away?.status, 'problem')
  assert.match(away?.says ?? '', /ECONNREFUSED$/)
})

test('a server that may lose what it confirmed is a problem', async () => {
  const server = await startPostgres()
  const environment = { DATABASE_URL: server.url, WEFT_POOL_SIZE: '20' }
  const { code, of } = await findings(join(folder, 'server'), environment)
  await server.stop()
  assert.equal(code, 1)
  assert.equal(of('lasting')[0]?.status, 'problem')
  assert.match(of('lasting')[0]?.says ?? '', /switched off: fsync/)
  assert.equal(of('connections')[0]?.status, 'ok')
  assert.match(of('connections')[0]?.says ?? '', /allows \d+, this process takes up to 20/)
  assert.ok(of('pg_dump')[0])
})

test('pg_dump must be of the version of the server or later', () => {
  const status = (dump: string | null, server: string) => checkDump(dump, server).status
  assert.equal(status('17.2', '17.6 (Debian 17.6-1)'), 'ok')
  assert.equal(status('18.0', '9.6'), 'ok')
  assert.equal(status('15.9', '16.0'), 'warning')
  assert.equal(status(null, '16.0'), 'warning')
})

test('the connections of a server must hold the pool and a few more, beside those it reserves', () => {
  const status = (most: number, pool: number) => {
    const settings = { max_connections: `${most}`, superuser_reserved_connections: '3' }
    return checkConnections(new Map(Object.entries(settings)), pool).status
  }
  assert.equal(status(100, 92), 'ok')
  assert.equal(status(100, 93), 'warning')
})
