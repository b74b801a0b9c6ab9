import type { BenchOptions, BenchResult } from './bench.ts'
import { measureGrowing, sizeOptions } from './serving/sizes.ts'

/** What an office of internships, a student and whoever looks at a host open, against how many placements there ever were. */
export const claim =
  'The board, a student’s page and a host’s page cost the same at 50,000 placements with 2,000,000 lines of hours as at a tenth, at 50 connections'

const sizes = '5000,50000'

/** The full claim is what it takes unless told otherwise. */
export const options = sizeOptions('placements', sizes)

interface Served {
  port: number
  cookie: string
  studentCookie: string
  placementId: string
  hostId: string
  engine: string
}

/** Measures each page at each size. */
export function run(asked: BenchOptions): Promise<BenchResult> {
  return measureGrowing<Served>(asked, {
    server: '../internships/server.ts',
    what: 'placements',
    sizes,
    pages: ({ cookie, studentCookie, placementId, hostId }) => {
      const placement = `/en/internships/placements/${placementId}`
      return [
        { page: 'board', path: '/en/internships/board', cookie },
        { page: 'board, one step', path: '/en/internships/board?step=running', cookie },
        { page: 'student', path: placement, cookie: studentCookie },
        { page: 'journal', path: `${placement}/journal`, cookie: studentCookie },
        { page: 'host', path: `/en/internships/hosts/${hostId}`, cookie },
      ]
    },
    note: 'Forty lines of hours a placement; each has an agreement, one in ten runs, and the reader’s institution has a twentieth of all and of those that run.',
  })
}
