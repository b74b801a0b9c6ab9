// Writes test/matrix/matrix.md anew from the rule table.
import { writeFileSync } from 'node:fs'
import { createPolicy } from '#kernel/access'
import { manifestsOf } from '../../src/app.ts'
import { matrixTable } from './table.ts'

const policy = createPolicy(manifestsOf().flatMap((manifest) => manifest.rules))
writeFileSync(new URL('matrix.md', import.meta.url), matrixTable(policy))
