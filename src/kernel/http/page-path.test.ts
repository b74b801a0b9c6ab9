import assert from 'node:assert/strict'
import { test } from 'node:test'
import { betterAddress, pathOfPage } from './page-path.ts'
import type { Route } from './types.ts'

const route = (method: 'GET' | 'POST', path: string) =>
  ({ kind: 'page', method, path, action: 'site.open' }) as Route
const routes = [
  route('GET', '/cases/:id/lines/:line'),
  route('POST', '/cases/:id/lines/:line'),
  route('GET', '/transcripts/new'),
  route('GET', '/api'),
  route('POST', '/transcripts'),
]
const parts = { routes, origin: 'https://weft.example' }

function pathOf(given: { method: 'GET' | 'POST'; at: string; route: string; from?: string }) {
  const request = {
    url: `https://weft.example${given.at}`,
    header: (name: string) => (name === 'referer' ? given.from : undefined),
  }
  return pathOfPage(parts, request as never, route(given.method, given.route), 'th')
}

test('the page of an address keeps its query and loses its language', () => {
  const at = { method: 'GET', route: '/cases/:id/lines/:line' } as const
  assert.equal(pathOf({ ...at, at: '/th/cases/1/lines/2?x=1' }), '/cases/1/lines/2?x=1')
  assert.equal(pathOf({ ...at, at: '/th' }), '/')
})

test('a refused form stays where a page is, and leads back to the page on which it stood', () => {
  const line = {
    method: 'POST',
    route: '/cases/:id/lines/:line',
    at: '/th/cases/1/lines/2',
  } as const
  assert.equal(pathOf(line), '/cases/1/lines/2')
  const begun = { method: 'POST', route: '/transcripts', at: '/th/transcripts' } as const
  const from = 'https://weft.example/th/transcripts/new?student=3'
  assert.equal(pathOf({ ...begun, from }), '/transcripts/new?student=3')
  assert.equal(pathOf({ ...begun, from: 'https://evil.example/th/elsewhere' }), '/transcripts')
  assert.equal(pathOf({ ...begun, from: 'nonsense' }), '/transcripts')
  assert.equal(pathOf(begun), '/transcripts')
})

test('an address without its language, with another name of it or with a stroke too many leads to the page', () => {
  const routes = [{ kind: 'page', method: 'GET', path: '/members/:id' }] as Route[]
  const meant = (path: string) => betterAddress(`https://weft.example${path}`, routes, () => 'th')
  assert.equal(meant('/api/v1/transcripts/new'), null, 'a program is told that nothing is there')
  assert.equal(meant('/members'), '/th/members')
  assert.equal(meant('/members/1?page=2'), '/th/members/1?page=2')
  assert.equal(meant('/zh/members'), '/zh-Hans/members')
  assert.equal(meant('/ko/members/1/'), '/ko/members/1')
  assert.equal(meant('/ko/members/1'), null)
  for (const path of [
    '/api/v1/members',
    '/assets/members.js',
    '//evil.example/members',
    '/wp-login.php',
  ]) {
    assert.equal(meant(path), null, path)
  }
})
