import { personOf } from '#kernel/database'
import type { Call, HomePart } from '#kernel/http'
import { dateInZone, formatDate, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { officesOf } from './queries/choices.ts'
import { stayFigures, staysOf } from './queries/stays.ts'
import { isOver } from './rules/states.ts'

type HomeCall = Pick<Call, 'work' | 'may' | 'now' | 'timeZone' | 'language'>

/** Exchanges on a person's home: a student's own stays that are not over, and an office's figures. */
export async function mobilityHome(call: HomeCall): Promise<HomePart[]> {
  return [...(await ownPart(call)), ...(await officePart(call))]
}

async function ownPart({ work, language, may }: HomeCall): Promise<HomePart[]> {
  const me = personOf(work.actor)
  if (me === null || !may('mobility.own-stay.open')) return []
  const stays = (await staysOf(work, me)).filter(({ state }) => !isOver(state))
  if (stays.length === 0) return []
  const lines = stays.map((stay) => ({
    text: m('home.own-stay', { host: localised(stay.receiving, language).text }),
    detail:
      stay.next_step && stay.next_due_on
        ? m('mine.next', {
            step: m(`step.${stay.next_step}`),
            day: formatDate(stay.next_due_on, language, 'medium'),
          })
        : m(`state.${stay.state}`),
    href: `/mobility/${stay.id}`,
  }))
  return [{ id: 'own-mobility', title: m('mine.title'), figures: [], lines, all: null }]
}

async function officePart({ work, may, now, timeZone }: HomeCall): Promise<HomePart[]> {
  if (!may('mobility.stay.open')) return []
  const figures = await stayFigures(work, {
    own: officesOf(work),
    today: dateInZone(now, timeZone),
  })
  const figure = (name: keyof typeof figures, query: string) => ({
    label: m(`figure.${name}`),
    value: figures[name],
    href: `/mobility?${query}`,
  })
  return [
    {
      id: 'mobility',
      title: m('stays.title'),
      figures: [
        figure('toAnswer', 'state=pending&direction=in'),
        figure('late', 'late=yes'),
        figure('away', 'there=yes&direction=out'),
        figure('here', 'there=yes&direction=in'),
      ],
      lines: [],
      all: { label: m('home.all'), href: '/mobility' },
    },
  ]
}
