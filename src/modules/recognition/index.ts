import { emptyManifest, type Manifest } from '#kernel/http'
import { m } from './messages/index.ts'
import { recognitionRules } from './policy.ts'
import './schema.ts'

/** Recognition's part of the house: from a transcript from abroad to recognised credit. */
export const recognition: Manifest = {
  ...emptyManifest,
  name: 'recognition',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: recognitionRules,
}
