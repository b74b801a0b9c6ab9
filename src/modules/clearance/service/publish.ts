import { createHash, randomUUIDv7 } from 'node:crypto'
import { canonicalJson } from '#kernel/chronicle'
import { refuse, type Refusal, type Work } from '#kernel/database'
import { completeTasksOf } from '#kernel/tasks'
import { packPublished } from '../entries.ts'
import { m } from '../messages/index.ts'
import { newestPacks } from '../queries/packs.ts'
import type { Pack } from '../rules/clearance.ts'
import { type OnePack, type PackFault, readPacks } from '../rules/pack.ts'
import { renewTask } from '../task-kinds.ts'

/** A pack of a file beside the one that is there. */
export interface PreviewedPack {
  pack: OnePack
  /** The newest version that stands here. */
  current: Pack | null
  /** New pair, newer version, the same as stands here, or a number that another text has already or that lies behind. */
  change: 'new' | 'newer' | 'same' | 'behind'
}

/** What would come of a file. */
export interface PackPreview {
  text: string
  packs: PreviewedPack[]
  faults: PackFault[]
}

/** Reads a file of packs and says what it would change; nothing is written. */
export async function previewPacks(work: Work, text: string): Promise<PackPreview> {
  const read = readPacks(text)
  if ('faults' in read) return { text, packs: [], faults: read.faults }
  const current = await newestPacks(work)
  const packs = read.packs.map((pack) => {
    const known = current.find(
      ({ from, to, kind }) => from === pack.from && to === pack.to && kind === pack.kind,
    )
    return { pack, current: known ?? null, change: changeOf(pack, known) }
  })
  return { text, packs, faults: [] }
}

function changeOf(
  pack: OnePack,
  known: (Pack & { sha256: string }) | undefined,
): PreviewedPack['change'] {
  if (!known) return 'new'
  if (known.number === pack.version && known.sha256 === hashOf(pack)) return 'same'
  return pack.version > known.number ? 'newer' : 'behind'
}

/**
 * Publishes what is new in a file. Refuses a file with a fault, and one in which a pack bears a number that another text
 * has already: what was published is never changed.
 */
export async function publishPacks(
  work: Work,
  input: { text: string; node: string },
): Promise<{ count: number } | Refusal> {
  if (!work.may('clearance.pack.publish', {})) return refuse(404, m('refusal.no-pack'))
  const preview = await previewPacks(work, input.text)
  if (preview.faults.length > 0) return fileRefused(m('refusal.faulty-file'))
  if (preview.packs.some(({ change }) => change === 'behind')) {
    return fileRefused(m('refusal.behind'))
  }
  const fresh = preview.packs.filter(({ change }) => change !== 'same')
  if (fresh.length === 0) return fileRefused(m('refusal.nothing-new'))
  for (const each of fresh) await store(work, each, { source: 'upload', node: input.node })
  return { count: fresh.length }
}

/** Brings in the packs that came with the program, as far as nothing newer stands here. */
export async function bringShipped(
  work: Work,
  input: { texts: readonly string[]; node: string },
): Promise<{ count: number }> {
  let count = 0
  for (const text of input.texts) {
    const { packs, faults } = await previewPacks(work, text)
    if (faults.length > 0) throw new Error(`a shipped pack is faulty at ${faults[0]!.path}`)
    for (const each of packs.filter(({ change }) => change === 'new' || change === 'newer')) {
      await store(work, each, { source: 'shipped', node: input.node })
      count += 1
    }
  }
  return { count }
}

async function store(
  work: Work,
  { pack, current }: PreviewedPack,
  { source, node }: { source: 'shipped' | 'upload'; node: string },
): Promise<void> {
  const id = randomUUIDv7()
  const sha256 = hashOf(pack)
  const { from, to, kind, version: number } = pack
  const entry = packPublished({
    object: { kind: 'clearance-pack', id },
    organisationIds: [],
    data: { from, to, kind, number, sha256 },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('clearance_packs')
      .values({
        id,
        origin: node,
        from_country: from,
        to_country: to,
        kind,
        number,
        text: JSON.stringify(pack.text),
        sha256,
        valid_from: pack.validFrom,
        valid_until: pack.validUntil,
        source,
        brought_at: work.now,
      })
      .execute(),
  )
  if (current) {
    const object = { kind: 'clearance-pack', id: current.id }
    await completeTasksOf(work, { object, kinds: [renewTask] })
  }
}

/** The hash of everything that a pack says, over its canonical JSON. */
function hashOf({ from, to, kind, version, validFrom, validUntil, text }: OnePack): string {
  const whole = { from, to, kind, version, validFrom, validUntil, text }
  return createHash('sha256').update(canonicalJson(whole)).digest('hex')
}

function fileRefused(message: ReturnType<typeof m>): Refusal {
  return refuse(422, message, { file: message })
}

/** A refusal's or a preview's file as the packs of today, ready to be changed and uploaded again. */
export function asFile(packs: readonly Pack[]): string {
  const file = {
    format: 'weft-clearance/1',
    packs: packs.map(({ from, to, kind, number, validFrom, validUntil, text }) => ({
      from: [from],
      to,
      kind,
      version: number,
      validFrom,
      validUntil,
      ...text,
    })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
