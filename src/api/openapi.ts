import { z, type ZodType } from 'zod'
import type { Route } from '#kernel/http'
import type { Translate } from '#kernel/messages'

/** A JSON schema as zod writes it. */
export type Schema = Record<string, unknown>

/** One operation of the description. */
export interface ApiOperation {
  operationId: string
  summary: string
  tags: string[]
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[]
  requestBody?: { required: true; content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
  security: Record<string, string[]>[]
}

/** The whole description, as far as it is used here: OpenAPI 3.1. */
export interface ApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  paths: Record<string, Record<string, ApiOperation>>
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, unknown> }
}

const problem: Schema = {
  type: 'object',
  description: 'RFC 9457; `fields` names what is wrong with each field of the body.',
  required: ['type', 'status', 'title', 'detail', 'request'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    request: { type: 'string', format: 'uuid' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

/** Describes every API route, in words of one language; the routes of pages are not part of it. */
export function describeApi(routes: readonly Route[], origin: string, t: Translate): ApiDocument {
  const paths: ApiDocument['paths'] = {}
  for (const route of routes) {
    if (route.kind !== 'api' || !route.api) continue
    const path = route.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')
    ;(paths[path] ??= {})[route.method.toLowerCase()] = describe(route, route.api, t)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Weft',
      version: '1',
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths: Object.fromEntries(
      Object.entries(paths).toSorted(([left], [right]) => (left < right ? -1 : 1)),
    ),
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: origin.startsWith('https:') ? '__Host-weft' : 'weft',
        },
      },
    },
  }
}

function describe(route: Route, api: NonNullable<Route['api']>, t: Translate): ApiOperation {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name: name as string,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' },
  }))
  const answer = api.answer
    ? { 'application/json': { schema: schemaOf(api.answer, 'output') } }
    : null
  const refused = {
    description: 'Refused',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[^a-z0-9]+(.)?/gi, (_, next: string | undefined) => (next ?? '').toUpperCase())}`,
    summary: t(api.summary),
    tags: [t(api.tag)],
    parameters: [...inPath, ...queryParameters(api.query)],
    ...(api.body || api.bodyTypes ? { requestBody: bodyOf(api) } : {}),
    responses: {
      200: { description: 'OK', ...(answer ? { content: answer } : {}) },
      401: refused,
      404: refused,
      ...(api.body || api.bodyTypes ? { 422: refused } : {}),
    },
    security: [{ session: [] }, {}],
  }
}

function bodyOf(api: NonNullable<Route['api']>): NonNullable<ApiOperation['requestBody']> {
  const schema = api.body ? schemaOf(api.body, 'input') : {}
  const types = api.bodyTypes ?? ['application/json']
  return { required: true, content: Object.fromEntries(types.map((type) => [type, { schema }])) }
}

function queryParameters(query: ZodType | undefined): ApiOperation['parameters'] {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function schemaOf(schema: ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  }) as Schema
  return rest
}
