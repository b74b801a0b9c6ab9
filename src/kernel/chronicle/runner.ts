import type { Database, WorkRunner } from '#kernel/database'
import { writeCheckpoint } from './checkpoints.ts'
import { sealAll } from './seal.ts'
import type { Signer } from './signer.ts'
import { readStanding, registerSubscriptions } from './standing.ts'
import type { Subscription } from './subscription.ts'
import { runSubscriptions } from './subscriptions.ts'

/** Between two looks for what no commit of this process told of: others' entries, and attempts that are due again. */
const lookEveryMs = 5000

/** What keeps the chronicle going. */
export interface ChronicleParts {
  database: Database
  runner: WorkRunner
  subscriptions: readonly Subscription[]
  signer: Signer | null
  now: () => Date
  /** Called with what went wrong in a round; the next round tries again. */
  onError: (error: unknown) => void
  /** Time between two looks that nobody asked for; five seconds unless said. */
  intervalMs?: number
  /** Time between two signed checkpoints; an hour unless said. */
  checkpointEveryMs?: number
}

/** Seals, signs and feeds the subscriptions, in the background of one process. */
export interface ChronicleRunner {
  start(): void
  /** Asks for a round at once: the house calls it after each commit that wrote entries. */
  wake(): void
  /** Seals and handles everything that is there now. */
  drain(): Promise<void>
  /** Ends after the round that is under way. */
  stop(): Promise<void>
}

/** Makes the runner. Several processes may run one each: they take turns at the sealer's lock and the cursors. */
export function createChronicleRunner(parts: ChronicleParts): ChronicleRunner {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> | null = null
  let wanted = false
  let stopped = true
  let registered = false
  let signedAt = Number.NEGATIVE_INFINITY

  async function round(): Promise<void> {
    // Before the first seal of this process: on a fresh house what was seeded is news, too.
    if (!registered) await registerSubscriptions(parts, parts.subscriptions)
    registered = true
    for (;;) {
      const standing = await readStanding(parts.database, parts.subscriptions)
      // Another process may be sealing just now: then there is nothing to seal here, and that is no reason to wait.
      if (standing.unsealed && (await sealAll(parts.database)) > 0) continue
      if ((await runSubscriptions(parts, parts.subscriptions, standing)) === 0) break
    }
    await signWhenDue()
  }

  async function signWhenDue(): Promise<void> {
    const now = parts.now()
    const every = parts.checkpointEveryMs ?? 3_600_000
    if (parts.signer === null || now.getTime() - signedAt < every) return
    await writeCheckpoint(parts.database, parts.signer, now)
    signedAt = now.getTime()
  }

  function go(): void {
    if (stopped) return
    wanted = true
    running ??= loop().finally(() => {
      running = null
      if (wanted) go()
    })
  }

  async function loop(): Promise<void> {
    wanted = false
    try {
      await round()
    } catch (error) {
      parts.onError(error)
    }
  }

  return {
    start() {
      if (!stopped) return
      stopped = false
      timer = setInterval(go, parts.intervalMs ?? lookEveryMs)
      timer.unref()
      go()
    },
    wake: go,
    drain: round,
    async stop() {
      stopped = true
      wanted = false
      if (timer !== null) clearInterval(timer)
      timer = null
      await running
    },
  }
}
