import type { Seeding } from '#kernel/http'
import { seedExhibition } from './seed/exhibition.ts'
import { seedObjects } from './seed/objects.ts'

/** Exhibitions' part of the demonstration. */
export async function seedExhibitions(seeding: Seeding): Promise<void> {
  seeding.progress('exhibitions: objects to be woven by code')
  await seedObjects(seeding)
  seeding.progress('exhibitions: one that two institutions show together')
  await seedExhibition(seeding)
}
