import { personOf } from '#kernel/database'
import type { Call, HomePart } from '#kernel/http'
import {
  dateInZone,
  formatDate,
  formatInstant,
  localised,
  relativeDays,
  withAside,
} from '#kernel/values'
import { m } from './messages/index.ts'
import { countCases, lastImports, nextDue } from './queries/home.ts'
import { recognitionJourney } from './journey.ts'

const mostDue = 5
const mostImports = 3
const casesPath = '/recognition/cases'

type HomeCall = Pick<Call, 'work' | 'may' | 'now' | 'timeZone' | 'language'>

/** Recognition on a person's home: the cases of their office, what was imported last, and their own cases. */
export async function recognitionHome(call: HomeCall): Promise<HomePart[]> {
  return [...(await ownPart(call)), ...(await officePart(call)), ...(await importsPart(call))]
}

async function ownPart({ work }: HomeCall): Promise<HomePart[]> {
  const me = personOf(work.actor)
  const steps = me === null ? [] : await recognitionJourney(work, me)
  if (steps.length === 0) return []
  const lines = steps.toReversed().map(({ fromOrganisation, label, state, href }) => ({
    text: m('home.own-case', {
      label,
      host: localised(fromOrganisation?.name ?? {}, work.language).text,
    }),
    detail: state?.label ?? null,
    href: href ?? casesPath,
  }))
  return [{ id: 'recognition', title: m('home.own'), figures: [], lines, all: null }]
}

async function officePart({ work, may, now, language }: HomeCall): Promise<HomePart[]> {
  if (!may('recognition.case.list')) return []
  const counts = await countCases(work)
  const figure = (key: keyof typeof counts, filter: string) => ({
    label: m(`home.${key}`, { count: counts[key] }),
    value: counts[key],
    href: `${casesPath}?${filter}`,
  })
  const lines = (await nextDue(work, mostDue)).map((row) => {
    const distance = relativeDays(row.dueOn, dateInZone(now, row.timeZone), language)
    const day = withAside(formatDate(row.dueOn, language, 'medium'), distance, language)
    return {
      text: m('home.due', {
        number: row.number,
        host: localised(row.hostNames, language).text,
      }),
      detail: m('home.due-day', { day }),
      href: `${casesPath}/${row.id}`,
    }
  })
  return [
    {
      id: 'cases',
      title: m('page.cases.title'),
      figures: [
        figure('late', 'stage=late'),
        figure('waiting', 'stage=waiting'),
        figure('ready', 'stage=ready'),
        figure('decided', 'state=decided'),
      ],
      lines,
      all: { label: m('home.all-cases'), href: casesPath },
    },
  ]
}

async function importsPart({ work, may, language }: HomeCall): Promise<HomePart[]> {
  if (!may('recognition.catalogue.import')) return []
  const imports = await lastImports(work, mostImports)
  if (imports.length === 0) return []
  const lines = imports.map((row) => ({
    text: m('home.import', { file: row.fileName }),
    detail: m('home.import-day', {
      day: formatInstant(row.createdAt, row.timeZone, language),
    }),
    href: `/recognition/catalogues/${row.id}`,
  }))
  const all = { label: m('home.all-imports'), href: '/recognition/catalogues' }
  return [{ id: 'imports', title: m('home.imports'), figures: [], lines, all }]
}
