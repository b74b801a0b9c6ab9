import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPolicy } from '#kernel/access'
import { assertShows, routeName } from '#kernel/http'
import { manifestsOf } from '../../src/app.ts'

const manifests = manifestsOf()
const routes = manifests.flatMap((manifest) => manifest.routes)

test('every route that is not for everybody says whose personal data it shows', () => {
  const policy = createPolicy(manifests.flatMap((manifest) => manifest.rules))
  assertShows(routes, policy, Object.assign({}, ...manifests.map(({ shows }) => shows)))
})

test('words for what a route shows are words for a route that is there', () => {
  const known = new Set(routes.flatMap((route) => [route.action, routeName(route)]))
  const unused = manifests.flatMap(({ name, shows = {} }) =>
    Object.keys(shows)
      .filter((key) => !known.has(key))
      .map((key) => `${name}: ${key}`),
  )
  assert.deepEqual(unused, [])
})
