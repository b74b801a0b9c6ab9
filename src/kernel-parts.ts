import { allow } from '#kernel/access'
import { fileMessages, sweepJob } from '#kernel/files'
import { emptyManifest, httpMessages, type Manifest } from '#kernel/http'
import { identityEntries, identityMessages } from '#kernel/identity'
import { taskEntries, taskMessages, taskRules } from '#kernel/tasks'

const at = (part: string) => new URL(`./kernel/${part}/migrations/`, import.meta.url)

/** The parts of the kernel that bring tables, texts or rules, in their rank's order, as if they were modules. */
export const kernelParts: readonly Manifest[] = [
  { ...emptyManifest, name: 'jobs', migrations: at('jobs') },
  { ...emptyManifest, name: 'chronicle', migrations: at('chronicle') },
  {
    ...emptyManifest,
    name: 'files',
    migrations: at('files'),
    messages: [fileMessages.catalogue],
    jobs: [sweepJob],
  },
  {
    ...emptyManifest,
    name: 'identity',
    migrations: at('identity'),
    messages: [identityMessages],
    entries: identityEntries.map(({ type }) => ({ type, label: null })),
  },
  {
    ...emptyManifest,
    name: 'tasks',
    migrations: at('tasks'),
    messages: [taskMessages.catalogue],
    rules: taskRules,
    entries: taskEntries,
  },
  { ...emptyManifest, name: 'search', migrations: at('search') },
  {
    ...emptyManifest,
    name: 'http',
    messages: [httpMessages.catalogue],
    rules: [allow('public', 'site.open'), allow('signed-in', 'site.open-signed-in')],
  },
]
