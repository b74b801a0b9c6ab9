import { allow } from '#kernel/access'
import { chronicleMessages, personEntries } from '#kernel/chronicle'
import { documentMessages } from '#kernel/documents'
import {
  clearUploadsJob,
  erasePersonFiles,
  exportPersonFiles,
  fileMessages,
  mergePersonFiles,
  stagedFileData,
  sweepJob,
} from '#kernel/files'
import { emptyManifest, forgetSentFormsJob, httpMessages, type Manifest } from '#kernel/http'
import {
  erasePerson,
  exportPerson,
  forgetExpiredJob,
  formerIds,
  identityData,
  identityEntries,
  identityMessages,
} from '#kernel/identity'
import {
  deliverMail,
  erasePersonMails,
  exportPersonMails,
  forgetOldMailsJob,
  mailData,
  mailEntries,
  mailMessages,
  mergePersonMails,
} from '#kernel/mail'
import {
  erasePersonNotices,
  exportPersonNotices,
  mergePersonNotices,
  noticeData,
  noticeHandlers,
  noticeJobs,
  noticeKinds,
  noticeMessages,
  noticeRules,
} from '#kernel/notices'
import { outboundMessages } from '#kernel/outbound'
import { mergePersonSearch } from '#kernel/search'
import {
  erasePersonTasks,
  exportPersonTasks,
  mergePersonTasks,
  taskData,
  taskEntries,
  taskMessages,
  taskRules,
  tellOfTask,
} from '#kernel/tasks'

const at = (part: string) => new URL(`./kernel/${part}/migrations/`, import.meta.url)

// The chronicle stands below the part that knows who was merged into whom.
const entries = personEntries(async (work, id) => [id, ...(await formerIds(work, id))])

/** The parts of the kernel that bring tables, texts or rules, in their rank's order, as if they were modules. */
export const kernelParts: readonly Manifest[] = [
  { ...emptyManifest, name: 'jobs', migrations: at('jobs') },
  {
    ...emptyManifest,
    name: 'chronicle',
    migrations: at('chronicle'),
    messages: [chronicleMessages.catalogue],
    personalData: entries.data,
    exportPerson: entries.exportPerson,
    erasePerson: entries.erasePerson,
  },
  {
    ...emptyManifest,
    name: 'files',
    migrations: at('files'),
    messages: [fileMessages.catalogue],
    jobs: [sweepJob, clearUploadsJob],
    personalData: stagedFileData,
    exportPerson: exportPersonFiles,
    erasePerson: erasePersonFiles,
    mergePersons: mergePersonFiles,
  },
  {
    ...emptyManifest,
    name: 'mail',
    migrations: at('mail'),
    messages: [mailMessages.catalogue],
    entries: mailEntries,
    jobs: [deliverMail, forgetOldMailsJob],
    personalData: mailData,
    exportPerson: exportPersonMails,
    erasePerson: erasePersonMails,
    mergePersons: mergePersonMails,
  },
  {
    ...emptyManifest,
    name: 'identity',
    migrations: at('identity'),
    messages: [identityMessages],
    entries: identityEntries.map(({ type }) => ({ type, label: null })),
    jobs: [forgetExpiredJob],
    personalData: identityData,
    exportPerson,
    erasePerson,
  },
  {
    ...emptyManifest,
    name: 'tasks',
    migrations: at('tasks'),
    messages: [taskMessages.catalogue],
    rules: taskRules,
    entries: taskEntries,
    jobs: [tellOfTask],
    personalData: taskData,
    exportPerson: exportPersonTasks,
    erasePerson: erasePersonTasks,
    mergePersons: mergePersonTasks,
  },
  {
    ...emptyManifest,
    name: 'notices',
    migrations: at('notices'),
    messages: [noticeMessages.catalogue],
    rules: noticeRules,
    jobs: noticeJobs,
    handlers: noticeHandlers,
    notices: noticeKinds,
    personalData: noticeData,
    exportPerson: exportPersonNotices,
    erasePerson: erasePersonNotices,
    mergePersons: mergePersonNotices,
  },
  {
    ...emptyManifest,
    name: 'search',
    migrations: at('search'),
    mergePersons: mergePersonSearch,
  },
  { ...emptyManifest, name: 'outbound', messages: [outboundMessages.catalogue] },
  { ...emptyManifest, name: 'documents', messages: [documentMessages.catalogue] },
  {
    ...emptyManifest,
    name: 'http',
    migrations: at('http'),
    messages: [httpMessages.catalogue],
    jobs: [forgetSentFormsJob],
    rules: [allow('public', 'site.open'), allow('signed-in', 'site.open-signed-in')],
  },
]
