// What tests of an office's pages do on a site: read, send forms, and look into workbooks, as somebody.
import assert from 'node:assert/strict'
import { isRefused } from '#kernel/database'
import { readTable } from '#kernel/files'
import type { FormValues, TestSite } from '../../../test/harness/site.ts'

/** The ways of an office at a site; each person signs in once. */
export function officeAt(site: TestSite) {
  const cookies = new Map<string, string>()

  async function cookieOf(person: string): Promise<string> {
    if (!cookies.has(person)) cookies.set(person, await site.signInAs(person))
    return cookies.get(person)!
  }

  async function read(person: string, path: string): Promise<string> {
    const answer = await site.ask(path, { cookie: await cookieOf(person) })
    assert.equal(answer.status, 200, path)
    return answer.text()
  }

  /** Sends a form from the page that it stands on, as a browser without scripts does. */
  async function send(person: string, from: string, to: string, values: FormValues) {
    return site.send(from, to, values, await cookieOf(person))
  }

  /** Sends a form that must be taken, and gives the address that follows. */
  async function taken(person: string, from: string, to: string, values: FormValues) {
    const answer = await send(person, from, to, values)
    assert.equal(answer.status, 303, `${to}: ${answer.status} ${await answer.text()}`)
    return answer.headers.get('location')!
  }

  async function refused(
    person: string,
    from: string,
    to: string,
    values: FormValues,
    status: number,
  ) {
    const answer = await send(person, from, to, values)
    const html = await answer.text()
    assert.equal(answer.status, status, `${to}: ${html.slice(0, 3000)}`)
    return html
  }

  /** The rows of a workbook. */
  async function rowsOf(person: string | null, path: string) {
    const answer = await site.ask(path, person ? { cookie: await cookieOf(person) } : {})
    assert.equal(answer.status, 200, path)
    const table = await readTable(new Uint8Array(await answer.arrayBuffer()), { name: 'a.xlsx' })
    assert.ok(!isRefused(table))
    const rows: string[][] = []
    for await (const { cells } of table.numbered) rows.push(cells)
    return { header: table.header, rows }
  }

  return { cookieOf, read, send, taken, refused, rowsOf }
}
