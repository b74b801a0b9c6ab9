import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { CatalogueCourse } from '../../src/modules/recognition/suggestions/catalogue-index.ts'
import type { HostCourse } from '../../src/modules/recognition/suggestions/learned.ts'

/** One row of a file: a home course and the courses of one host that the file sets against it. */
export interface MappingRow {
  homeCode: string
  hosts: readonly HostCourse[]
}

/** A file of decided mappings, read. */
export interface Mappings {
  layout: 'exchange' | 'articulations'
  /** Every home course that the file names: the pool. */
  pool: readonly CatalogueCourse[]
  rows: readonly MappingRow[]
}

/** Reads a file in either layout, told apart by its first characters. */
export function readMappings(path: string): Mappings {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  return text.trimStart().startsWith('{') ? readExchange(text) : readArticulations(text)
}

interface ExchangeLine {
  homeCode: string
  homeTitle: string
  homeCredits: string
  partner: string
  partnerModules: { 'Module Code': string; 'Module Title': string; 'Module Credits': string }[]
}

function readExchange(text: string): Mappings {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as ExchangeLine)
  const rows = lines.map((line) => ({
    homeCode: line.homeCode,
    hosts: line.partnerModules.map((module) => ({
      institution: line.partner,
      code: module['Module Code'] ?? '',
      titles: module['Module Title'] ? { en: module['Module Title'] } : {},
      credit: creditOf(module['Module Credits']),
    })),
  }))
  const pool = poolOf(
    lines.map((line) => ({
      code: line.homeCode,
      titles: line.homeTitle ? { en: line.homeTitle } : {},
      credit: creditOf(line.homeCredits),
    })),
  )
  return { layout: 'exchange', pool, rows: rows.filter((row) => row.hosts.length > 0) }
}

function readArticulations(text: string): Mappings {
  const lines = parse(text, { columns: true, skip_empty_lines: true, trim: true }) as {
    b_course: string
    cc_name: string
    cc_course: string
  }[]
  const rows = lines.map((line) => ({
    homeCode: line.b_course,
    hosts: line.cc_course
      .split(' + ')
      .map((code) => ({ institution: line.cc_name, code, titles: {}, credit: null })),
  }))
  const pool = poolOf(lines.map((line) => ({ code: line.b_course, titles: {}, credit: null })))
  return { layout: 'articulations', pool, rows }
}

function poolOf(courses: readonly CatalogueCourse[]): CatalogueCourse[] {
  return [...new Map(courses.map((course) => [course.code, course])).values()]
}

function creditOf(text: string | undefined): number | null {
  const value = Number(text)
  return text && Number.isFinite(value) && value > 0 ? value : null
}
