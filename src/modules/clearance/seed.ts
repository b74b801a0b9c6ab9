import type { Seeding } from '#kernel/http'
import { bringShipped } from './service/publish.ts'
import { shippedPacks } from './shipped.ts'

/** Clearance's part of the demonstration: the packs that came with the program, which are public facts. */
export async function seedClearance({ runner, services, now, progress }: Seeding): Promise<void> {
  progress('clearance: permission packs')
  const actor = { kind: 'system', name: 'clearance' } as const
  await runner.perform({ actor, now, language: 'en' }, (work) =>
    bringShipped(work, { texts: shippedPacks(), node: services.node }),
  )
}
