import type { BenchOptions, BenchResult } from './bench.ts'
import { measureGrowing, sizeOptions } from './serving/sizes.ts'

/** What an office of exchanges has open all day, against how many stays there ever were, on both databases. */
export const claim =
  'The coordinator’s list, with and without filters, the dashboard and a learning agreement cost the same at 1,000,000 stays as at 10,000, at 50 connections'

const sizes = '1000,10000'

/** The full claim: `-- --postgres 10000,100000,1000000 --pglite 10000,100000`. */
export const options = sizeOptions('stays', sizes)

interface Served {
  port: number
  cookie: string
  partnerId: string
  mobilityId: string
  engine: string
}

/** Measures each page at each size. */
export function run(asked: BenchOptions): Promise<BenchResult> {
  return measureGrowing<Served>(asked, {
    server: '../mobility/server.ts',
    what: 'mobilities',
    sizes,
    pages: ({ cookie, partnerId, mobilityId }) =>
      [
        ['list', '/en/mobility'],
        ['list, late', '/en/mobility?late=yes'],
        ['list, partner and year', `/en/mobility?partner=${partnerId}&year=2026/2027`],
        ['list, old year', '/en/mobility?year=2010/2011&direction=in'],
        ['list, page 10', '/en/mobility?page=10'],
        ['dashboard', '/en/mobility/figures?year=2026/2027'],
        ['agreement', `/en/mobility/${mobilityId}/agreement`],
      ].map(([page, path]) => ({ page: page!, path: path!, cookie })),
    note: 'One stay in twenty is of the running year; the reader’s institution has a tenth of all, out and in.',
  })
}
