import { type Sheet, type SheetColumn, writeCsv, writeXlsx } from '#kernel/files'
import { m } from '../messages/index.ts'
import { wordOf } from '../pages/round-words.ts'
import { cutoffText } from '../pages/run-tables.tsx'
import { notPromised } from '../pages/nothing-promised.tsx'
import { countryText } from '../pages/words.ts'
import { isCertified, isMentorMethod } from '../rules/round-methods.ts'
import { mentorSheet, studentSheet } from './mentor-workbook.ts'
import type { Reader, RunTables } from './workbook-parts.ts'

/** A run as a workbook: applicants, places, figures, and what proves it. */
export function runWorkbook(tables: RunTables, reader: Reader): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      peopleSheet(tables, reader),
      isMentorMethod(tables.run.method) ? mentorSheet(tables, reader) : placeSheet(tables, reader),
      proofSheet(tables, reader),
    ],
  })
}

/** The applicants of a run as separated values. */
export function runCsv(tables: RunTables, reader: Reader): Promise<Uint8Array> {
  const { columns, rows } = peopleSheet(tables, reader)
  return writeCsv(columns, rows)
}

function peopleSheet(tables: RunTables, reader: Reader): Sheet {
  const isOfMentors = isMentorMethod(tables.run.method)
  return isOfMentors ? studentSheet(tables, reader) : applicantSheet(tables, reader)
}

function columnMaker({ t }: Reader) {
  return (
    label: Parameters<typeof m>[0],
    kind: SheetColumn['kind'] = 'text',
    width = 20,
  ): SheetColumn => ({ header: t(m(label)), kind, width })
}

function applicantSheet({ applicants }: RunTables, reader: Reader): Sheet {
  const { t, language } = reader
  const column = columnMaker(reader)
  return {
    name: t(m('list.applicants')),
    columns: [
      column('columns.applicant', 'text', 28),
      column('applicants.code'),
      column('columns.country'),
      column('columns.place', 'text', 32),
      column('columns.choice', 'number', 10),
      column('workbook.choices', 'number', 14),
    ],
    rows: applicants.map((row) => [
      row.name ?? row.code,
      row.code,
      row.country === '' ? '' : countryText(row.country, language, t),
      row.place ?? t(m('figures.none')),
      row.choice,
      row.choices,
    ]),
  }
}

function placeSheet({ run, places }: RunTables, reader: Reader): Sheet {
  const { t, language } = reader
  const column = columnMaker(reader)
  return {
    name: t(m('list.places')),
    columns: [
      column('columns.place', 'text', 32),
      column('columns.country'),
      column('columns.sector'),
      column('columns.seats', 'number', 10),
      column('figures.seats-filled', 'number', 10),
      column('places.asked', 'number', 12),
      column('places.first', 'number', 14),
      column('places.cutoff', 'text', 44),
    ],
    rows: places.map((row) => [
      row.name,
      row.country === '' ? '' : countryText(row.country, language, t),
      row.sector,
      row.seats,
      row.filled,
      row.asked,
      row.firstChoices,
      cutoffText(reader, row, run),
    ]),
  }
}

function proofSheet({ run }: RunTables, reader: Reader): Sheet {
  const { t } = reader
  const summary = run.summary!
  const column = columnMaker(reader)
  return {
    name: t(m('workbook.figures')),
    columns: [column('workbook.what', 'text', 44), column('workbook.value', 'text', 70)],
    rows: [
      [t(m('round.name')), run.roundName],
      [t(m('run.number')), String(run.number)],
      [t(m('method.title')), t(m(`method.name.${run.method}`))],
      [t(m(wordOf(run.method, 'findings.applicants'))), String(summary.applicants)],
      [t(m(wordOf(run.method, 'round.matched'))), String(summary.applicants - summary.unmatched)],
      [t(m(wordOf(run.method, 'figures.none'))), String(summary.unmatched)],
      ...summary.choices.map((count, at) => [
        t(m('figures.choice', { choice: at + 1 })),
        String(count),
      ]),
      ...(summary.says ?? []).map((line) => [
        t(m(isCertified(run.method) ? 'proof.title' : 'proof.told')),
        t(line),
      ]),
      ...(isCertified(run.method)
        ? []
        : notPromised.map((what) => [t(m('couples.not.title')), t(m(`couples.not.${what}`))])),
      [t(m('proof.sha256')), run.inputs_sha256],
      ...(isMentorMethod(run.method) ? [] : [[t(m('proof.seed')), run.seed]]),
      [t(m('run.certificate')), `matching-${run.code}.json`],
    ],
  }
}
