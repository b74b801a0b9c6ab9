import type { Actor, Reader } from '#kernel/database'
import { diskBlobStore, s3BlobStore } from '#kernel/files'
import type { Manifest, Metrics, Services, Whereabouts } from '#kernel/http'
import { argon2Hasher, deliverByMail, type IdentitySettings, readerOf } from '#kernel/identity'
import { createMailer } from '#kernel/mail'
import type { Message } from '#kernel/messages'
import { type NoticeServices, type RolePlace, type TaskFacts, tellOfTask } from '#kernel/notices'
import { asFetch, createOutbound, type OutboundConfig } from '#kernel/outbound'
import { filesFolder, type House } from './house.ts'

/** What services must be told by `app.ts`, because only modules and pages know it. */
export interface ServiceParts {
  demonstrationBanner: Message
  /** A person as an actor with their present grants. */
  actorOf(read: Reader, personId: string, now: Date): Promise<Actor>
  /** Who holds a role now, themselves or standing in. */
  holdersOf(read: Reader, place: RolePlace, now: Date): Promise<string[]>
  metrics: Metrics
  /** Finds the basis on which personal data may leave, and writes the transfer down. */
  mayTransfer: NonNullable<OutboundConfig['mayTransfer']>
  /** Whether the tables are at least as new as when this process began. */
  schemaIsCurrent(): Promise<boolean>
  /** Whether the disk of the data folder has room left. */
  hasRoom(): Promise<boolean>
}

/** The services of a house, with what ends their connections. */
export interface OwnedServices extends Services {
  close(): Promise<void>
}

/** Puts together what handlers, jobs and commands may use beside their work; nothing is opened before it is used. */
export function createServices(house: House, parts: ServiceParts): OwnedServices {
  const { config, runner, translator } = house
  const isDemonstration = config.mode === 'demonstration'
  const outbound = createOutbound({
    trustedHosts: configuredHosts(house),
    mayTransfer: parts.mayTransfer,
  })
  // In a demonstration nothing leaves the machine: its mails wait on the outbox page.
  const mail = createMailer({
    smtpUrl: isDemonstration ? null : config.smtpUrl,
    from: config.mailFrom,
    bounceAddress: config.bounceAddress,
    origin: config.origin,
    translator,
  })
  const notices = noticeServices(house.manifests, parts)
  return {
    runner,
    blobs: config.s3 ? s3BlobStore(config.s3) : diskBlobStore(filesFolder(config)),
    identity: { ...identitySettings(house), fetch: asFetch(outbound) },
    personReferences: house.manifests,
    personalParts: house.manifests,
    mail,
    outbound,
    notices,
    tasks: { tell: (work, taskId) => tellOfTask(work, notices, taskId) },
    demonstration: isDemonstration,
    demonstrationBanner: parts.demonstrationBanner,
    translator,
    origin: config.origin,
    node: config.node,
    signer: house.signer,
    metrics: parts.metrics,
    isBehindProxy: config.behindProxy || config.origin.startsWith('https:'),
    metricsToken: config.metricsToken,
    paperChecks: house.manifests.flatMap((each) => (each.paperCheck ? [each.paperCheck] : [])),
    shows: Object.assign({}, ...house.manifests.map(({ shows }) => shows)),
    async whereabouts(work) {
      const found: Whereabouts[] = []
      for (const manifest of house.manifests)
        found.push(...((await manifest.whereabouts?.(work)) ?? []))
      return found
    },
    kept: { readsMonths: config.readsKeptMonths, mailsMonths: config.mailsKeptMonths },
    erasedList: config.erasedList,
    schemaIsCurrent: parts.schemaIsCurrent,
    hasRoom: parts.hasRoom,
    async close() {
      mail.close()
      await outbound.close()
    },
  }
}

/** Whom notices reach, and what the modules have to say of tasks. */
function noticeServices(manifests: readonly Manifest[], parts: ServiceParts): NoticeServices {
  const acts = manifests.flatMap((manifest) => manifest.acts ?? [])
  const kinds = new Map(
    manifests.flatMap((manifest) => (manifest.tasks ?? []).map((each) => [each.kind, each])),
  )
  return {
    readerOf,
    actorOf: parts.actorOf,
    holdersOf: parts.holdersOf,
    actsOf: ({ kind, object }) =>
      acts.flatMap(({ action, ofTasks }) =>
        ofTasks?.kinds.includes(kind)
          ? [{ action, objectId: object.id, label: ofTasks.label, maxUses: ofTasks.maxUses }]
          : [],
      ),
    async factsOf(work, tasks, language) {
      const facts = new Map<string, TaskFacts>()
      for (const [kind, group] of Map.groupBy(tasks, (task) => task.kind)) {
        const ids = [...new Set(group.map((task) => task.object.id))]
        const about = await kinds.get(kind)?.about(work, ids, language)
        for (const task of group) {
          const found = about?.get(task.object.id)
          if (found) facts.set(task.id, found)
        }
      }
      return facts
    },
  }
}

function identitySettings({ config, secret }: House): Omit<IdentitySettings, 'fetch'> {
  return {
    origin: config.node,
    siteUrl: new URL(config.origin),
    siteName: 'Weft',
    keys: [secret, ...config.previousSecrets.map((text) => Buffer.from(text, 'utf8'))],
    demonstration: config.mode === 'demonstration',
    hasher: argon2Hasher(),
    oidcProviders: config.oidc.map((provider) => ({ ...provider, label: provider.name })),
    otherServices: [],
    deliver: deliverByMail,
  }
}

/** Services that the operator named may stand inside the own network; no other address there may be called. */
function configuredHosts({ config }: House): string[] {
  return config.oidc.map(({ issuer }) => {
    const { hostname, port, protocol } = new URL(issuer)
    return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
  })
}
