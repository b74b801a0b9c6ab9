import { emptyManifest, type Manifest } from '#kernel/http'
import { caseOperations } from './api-cases.ts'
import { tellStudent } from './handlers.ts'
import { recognitionJourney } from './journey.ts'
import { m } from './messages/index.ts'
import { recognitionRules } from './policy.ts'
import { caseRoutes } from './routes/cases.ts'
import { statementRoutes } from './routes/statement.ts'
import { transcriptRoutes } from './routes/transcripts.ts'
import { recognitionEntries } from './stories.ts'
import './schema.ts'

/** Recognition's part of the house: from a transcript from abroad to recognised credit. */
export const recognition: Manifest = {
  ...emptyManifest,
  name: 'recognition',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: recognitionRules,
  routes: [...caseRoutes, ...transcriptRoutes, ...statementRoutes, ...caseOperations],
  navigation: [
    {
      label: m('page.navigation'),
      path: '/recognition/cases',
      action: 'recognition.case.list',
      order: 30,
    },
  ],
  entries: recognitionEntries,
  handlers: [tellStudent],
  journey: recognitionJourney,
}
