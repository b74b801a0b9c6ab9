import { Fraction } from '#kernel/values'
import type { AgreedTable, GradeTableRow } from './types.ts'

/** French marks from–to, in tenths, and the German average that both states agreed for them. */
const frenchToGerman: readonly [from: string, to: string, home: string][] = [
  ['15.9', '20', '1.0'],
  ['15.7', '15.8', '1.1'],
  ['15.4', '15.6', '1.2'],
  ['15.2', '15.3', '1.3'],
  ['14.9', '15.1', '1.4'],
  ['14.7', '14.8', '1.5'],
  ['14.4', '14.6', '1.6'],
  ['14.2', '14.3', '1.7'],
  ['13.9', '14.1', '1.8'],
  ['13.7', '13.8', '1.9'],
  ['13.4', '13.6', '2.0'],
  ['13.2', '13.3', '2.1'],
  ['12.9', '13.1', '2.2'],
  ['12.7', '12.8', '2.3'],
  ['12.4', '12.6', '2.4'],
  ['12.2', '12.3', '2.5'],
]

/**
 * The table of the French and German governments (annex I of the decree of 2019 on the Abibac): each
 * German average begins at the French mark shown and holds until the next. It goes on below 12.2, where
 * the source at hand ends, so a lower mark has no row here.
 */
export const frenchGermanTable: AgreedTable = {
  method: 'table',
  hostScaleId: 'fr-20',
  homeScaleId: 'de',
  rows: frenchToGerman.map(([from, to, home]) => row(from, to, home)),
  source: {
    title: 'Grille de conversion des notes, annexe I (JORFARTI000038670943)',
    url: 'https://legal.tricoteuses.fr/articles/JORFARTI000038670943',
  },
}

function row(from: string, to: string, home: string): GradeTableRow {
  return { host: { from: Fraction.parse(from)!, to: Fraction.parse(to)! }, home }
}
