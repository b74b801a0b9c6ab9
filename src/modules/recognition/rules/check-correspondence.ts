import type { Fraction } from '#kernel/values'
import { readGrade } from './grades.ts'
import type { GradeCorrespondence, GradeScale } from './types.ts'

/** What is wrong with a correspondence: the grade that has no place on its scale, or the one it contradicts. */
export type CorrespondenceFault =
  | { field: 'host' | 'home'; fault: 'grade' }
  | { field: 'host'; fault: 'order'; other: GradeCorrespondence }

/**
 * Reads 'at least `host` there is at least `home` here' into the scales' own spelling. Both grades must have a
 * place in the order of their scale, and a better grade at home never asks for a worse one there.
 */
export function checkCorrespondence(
  hostScale: GradeScale,
  homeScale: GradeScale,
  wanted: Pick<GradeCorrespondence, 'host' | 'home' | 'source'>,
  others: readonly GradeCorrespondence[],
): { ok: true; correspondence: GradeCorrespondence } | ({ ok: false } & CorrespondenceFault) {
  const host = placeOf(hostScale, wanted.host)
  const home = placeOf(homeScale, wanted.home)
  if (!host) return { ok: false, field: 'host', fault: 'grade' }
  if (!home) return { ok: false, field: 'home', fault: 'grade' }
  for (const other of others) {
    if (other.hostScaleId !== hostScale.id || other.homeScaleId !== homeScale.id) continue
    const [there, here] = [placeOf(hostScale, other.host), placeOf(homeScale, other.home)]
    if (!there || !here) continue
    const orderAtHome = home.rank.compare(here.rank)
    const isContrary = orderAtHome !== 0 && host.rank.compare(there.rank) * orderAtHome < 0
    if (isContrary) return { ok: false, field: 'host', fault: 'order', other }
  }
  const ids = { hostScaleId: hostScale.id, homeScaleId: homeScale.id }
  const { source } = wanted
  return { ok: true, correspondence: { ...ids, host: host.label, home: home.label, source } }
}

function placeOf(scale: GradeScale, text: string): { label: string; rank: Fraction } | null {
  const read = readGrade(scale, text)
  return read.kind === 'grade' && read.rank ? { label: read.label, rank: read.rank } : null
}
