import { z, type ZodType } from 'zod'
import type { Route } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { m } from './messages/index.ts'

/** A JSON schema as zod writes it. */
export type Schema = Record<string, unknown>

/** One operation of the description. */
export interface ApiOperation {
  operationId: string
  summary: string
  tags: string[]
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[]
  requestBody?: { required: true; content: Record<string, { schema: Schema }> }
  responses: Record<string, ApiResponse>
  security: Record<string, string[]>[]
}

/** One answer of an operation. */
interface ApiResponse {
  description: string
  headers?: Record<string, { schema: Schema }>
  content?: Record<string, { schema: Schema }>
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
export function describeApi(
  routes: readonly Route[],
  origin: string,
  t: Translate,
  isForAll: (action: string) => boolean,
): ApiDocument {
  const paths: ApiDocument['paths'] = {}
  for (const route of routes) {
    if (route.kind !== 'api' || !route.api) continue
    const path = route.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')
    ;(paths[path] ??= {})[route.method.toLowerCase()] = describe(
      route,
      route.api,
      t,
      isForAll(route.action),
    )
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
        bearer: { type: 'http', scheme: 'bearer', description: t(m('api.bearer')) },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: origin.startsWith('https:') ? '__Host-weft' : 'weft',
        },
      },
    },
  }
}

function describe(
  route: Route,
  api: NonNullable<Route['api']>,
  t: Translate,
  isForAll: boolean,
): ApiOperation {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name: name as string,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' },
  }))
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[^a-z0-9]+(.)?/gi, (_, next: string | undefined) => (next ?? '').toUpperCase())}`,
    summary: t(api.summary),
    tags: [t(api.tag)],
    parameters: [...inPath, ...queryParameters(api.query)],
    ...(api.body || api.bodyTypes ? { requestBody: bodyOf(api) } : {}),
    responses: {
      [api.success ?? 200]: answered(api),
      ...Object.fromEntries(
        refusalsOf(route, api, isForAll).map((status) => [status, refused(status, t)]),
      ),
    },
    security: [{ bearer: [] }, { session: [] }, ...(isForAll ? [{}] : [])],
  }
}

function answered(api: NonNullable<Route['api']>): ApiResponse {
  if (!api.answer) return { description: 'OK' }
  const content = { 'application/json': { schema: schemaOf(api.answer, 'output') } }
  return { description: 'OK', content }
}

/** Statuses that answer a call that is not done as asked, with what stands in the title of each. */
const refusals = {
  400: 'api.400',
  401: 'api.401',
  403: 'api.403',
  404: 'api.404',
  409: 'api.409',
  413: 'api.413',
  422: 'api.422',
  429: 'api.429',
  500: 'api.500',
  503: 'api.503',
  507: 'api.507',
} as const

type Refused = keyof typeof refusals

/** What keeps a call from being done: the pipeline's own reasons, and those of what it changes. */
function refusalsOf(route: Route, api: NonNullable<Route['api']>, isForAll: boolean): Refused[] {
  const changes = route.method !== 'GET'
  const hasBody = Boolean(api.body ?? api.bodyTypes)
  const asked: Record<Refused, boolean> = {
    400: changes,
    401: true,
    403: changes,
    404: !isForAll || route.load !== undefined || route.path.includes(':'),
    409: changes,
    413: changes,
    422: hasBody || changes || api.query !== undefined,
    429: true,
    500: true,
    503: true,
    507: changes,
  }
  return (Object.keys(refusals).map(Number) as Refused[]).filter((status) => asked[status])
}

function refused(status: Refused, t: Translate): ApiResponse {
  const waits = status === 429 || status === 503
  return {
    description: t(m(refusals[status])),
    ...(waits ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } } : {}),
    ...(status === 401 ? { headers: { 'WWW-Authenticate': { schema: { type: 'string' } } } } : {}),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
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
