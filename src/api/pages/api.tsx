import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  ButtonGroup,
  ButtonLink,
  Card,
  DescriptionList,
  Heading,
  Prose,
  PublicShell,
  Section,
  Stack,
  Fold,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ApiDocument, ApiOperation, Schema } from '../openapi.ts'

interface ApiPageProps {
  frame: Frame
  t: Translate
  document: ApiDocument
}

/** The API to be read: each operation with its parameters and schemas, grouped by what it is about. */
export function ApiPage({ frame, t, document }: ApiPageProps) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? '')
  const server = document.servers[0]?.url ?? ''
  return (
    <PublicShell frame={frame} title={t(m('api.title'))}>
      <Heading
        level={1}
        lead={t(m('api.lead'))}
        actions={
          <ButtonLink look="secondary" icon="download" href={`${server}/openapi.json`}>
            OpenAPI 3.1
          </ButtonLink>
        }
      >
        {t(m('api.title'))}
      </Heading>
      <div class="section">
        <Prose>
          <p>
            {t(m('api.address'))} <code>{server}</code>
          </p>
          <p>{t(m('api.signing-in'))}</p>
        </Prose>
        <ButtonGroup>
          {[...groups.keys()].map((tag, place) => (
            <ButtonLink key={tag} look="quiet" small href={`#tag-${place}`}>
              {tag}
            </ButtonLink>
          ))}
        </ButtonGroup>
      </div>
      {[...groups].map(([tag, group], place) => (
        <Section key={tag} id={`tag-${place}`} title={tag}>
          <Stack>
            {group.map((each) => (
              <Operation key={`${each.method} ${each.path}`} t={t} {...each} />
            ))}
          </Stack>
        </Section>
      ))}
    </PublicShell>
  )
}

function Operation(props: { t: Translate; path: string; method: string; operation: ApiOperation }) {
  const { t, path, method, operation } = props
  const body = Object.entries(operation.requestBody?.content ?? {})
  const answers = Object.entries(operation.responses)
  const answer = answers
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, { content }]) => Object.entries(content ?? {}))
  return (
    <Card
      level={3}
      kicker={operation.summary}
      title={
        <code>
          {method.toUpperCase()} {path}
        </code>
      }
    >
      {operation.parameters.length > 0 && (
        <ul>
          {operation.parameters.map((parameter) => (
            <li key={parameter.name}>
              <code>{parameter.name}</code>{' '}
              <span class="quiet">
                {t(m(parameter.in === 'path' ? 'api.in-path' : 'api.in-query'))}
                {parameter.required ? '' : ` · ${t(m('api.optional'))}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {body.map(([type, { schema }]) => (
        <SchemaOf key={type} label={t(m('api.body', { type }))} schema={schema} />
      ))}
      <Fold
        summary={t(m('api.statuses', { statuses: answers.map(([status]) => status).join(', ') }))}
      >
        <DescriptionList
          items={answers.map(([status, { description }]) => ({
            term: <code>{status}</code>,
            value: description,
          }))}
        />
      </Fold>
      {answer.map(([type, { schema }]) => (
        <SchemaOf key={type} label={t(m('api.answer', { type }))} schema={schema} />
      ))}
    </Card>
  )
}

function SchemaOf({ label, schema }: { label: string; schema: Schema }) {
  return (
    <Fold summary={label}>
      <pre tabindex={0}>
        <code>{JSON.stringify(schema, null, 2)}</code>
      </pre>
    </Fold>
  )
}
