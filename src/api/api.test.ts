import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { operation, page } from '#kernel/http'
import { describeApi } from './openapi.ts'

const handle = async () => ({ kind: 'json' as const, data: null })

const said = { adds: 'Adds a part', lists: 'Lists things', things: 'Things' } as const
const words = (key: keyof typeof said) => ({ module: 'test', key, args: {} })

const document = describeApi(
  [
    page('GET', '/things', { action: 'site.open', handle }),
    operation('POST', '/things/:id/parts', {
      action: 'site.open',
      handle,
      api: {
        summary: words('adds'),
        tag: words('things'),
        body: z.object({ name: z.string().max(80), note: z.string().optional() }),
        answer: z.object({ id: z.uuid() }),
        success: 201,
      },
    }),
    operation('GET', '/secrets', {
      action: 'secrets.read',
      handle,
      api: { summary: words('lists'), tag: words('things') },
    }),
    operation('GET', '/things', {
      action: 'site.open',
      handle,
      api: {
        summary: words('lists'),
        tag: words('things'),
        query: z.object({ q: z.string(), page: z.coerce.number().int().optional() }),
        answer: z.array(z.object({ seen: z.date() })),
      },
    }),
  ],
  'https://weft.example',
  ({ key }) => said[key as keyof typeof said] ?? key,
  (action) => action === 'site.open',
)

describe('the description of the API', () => {
  test('has the operations and not the pages', () => {
    assert.deepEqual(Object.keys(document.paths), ['/secrets', '/things', '/things/{id}/parts'])
    assert.deepEqual(Object.keys(document.paths['/things'] ?? {}), ['get'])
    assert.equal(document.servers[0]?.url, 'https://weft.example/api/v1')
  })

  test('says in the reader’s language what an operation does and what it is about', () => {
    const { summary, tags } = document.paths['/things']!['get']!
    assert.deepEqual({ summary, tags }, { summary: 'Lists things', tags: ['Things'] })
  })

  test('takes its schemas from those that parse', () => {
    const post = document.paths['/things/{id}/parts']?.['post']
    assert.deepEqual(post?.requestBody?.content['application/json']?.schema, {
      type: 'object',
      properties: { name: { type: 'string', maxLength: 80 }, note: { type: 'string' } },
      required: ['name'],
    })
    assert.deepEqual(post?.parameters, [
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    ])
    const parameters = document.paths['/things']?.['get']?.parameters ?? []
    assert.deepEqual(
      parameters.map(({ name, required }) => [name, required]),
      [
        ['q', true],
        ['page', false],
      ],
    )
  })

  test('names every status that a call can be answered with, and who may call', () => {
    const post = document.paths['/things/{id}/parts']!['post']!
    assert.deepEqual(
      Object.keys(post.responses).map(Number),
      [201, 400, 401, 403, 404, 409, 413, 422, 429, 500, 503, 507],
    )
    const list = document.paths['/things']!['get']!
    assert.deepEqual(Object.keys(list.responses).map(Number), [200, 401, 422, 429, 500, 503])
    assert.ok(list.responses['429']?.headers?.['Retry-After'])
    assert.deepEqual(list.security, [{ bearer: [] }, { session: [] }, {}])
    assert.deepEqual(document.paths['/secrets']!['get']!.security, [
      { bearer: [] },
      { session: [] },
    ])
    const { bearer } = document.components.securitySchemes as Record<string, { scheme?: string }>
    assert.equal(bearer?.scheme, 'bearer')
  })

  test('gives every operation its own name', () => {
    const names = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    assert.deepEqual(names, ['getSecrets', 'getThings', 'postThingsIdParts'])
  })
})
