import {
  type Answer,
  type Call,
  type HomePart,
  type Manifest,
  page,
  type Route,
} from '#kernel/http'
import { tasksFor } from '#kernel/tasks'
import { localised } from '#kernel/values'
import { renderPage } from '#ui'
import { awayToday } from '../inbox/away.ts'
import { rowsOf } from '../inbox/rows.ts'
import { HomePage } from '../pages/home.tsx'
import { PersonalHomePage } from '../pages/personal-home.tsx'
import type { DeskPorts } from '../ports.ts'
import { readerDay } from '../reader.ts'
import { allianceCloth, journeyOf, journeySteps } from '../story/cloth.ts'
import { entryLabels, storyOf } from '../story/entries.ts'

/** The front of the alliance, and for whoever is signed in what waits for them. */
export function homeRoutes(manifests: readonly Manifest[], ports: DeskPorts): Route[] {
  const labels = entryLabels(manifests, 'own')
  const handle = (call: Call) =>
    call.actor.kind === 'person'
      ? personalHome(call, manifests, labels, ports)
      : publicHome(call, ports)
  return [
    page('GET', '/', { action: 'site.open', handle }),
    page('GET', '/about', { action: 'site.open', handle: (call) => publicHome(call, ports) }),
  ]
}

async function publicHome(call: Call, ports: DeskPorts): Promise<Answer> {
  call.shows([])
  const [members, programmes] = [await ports.members(call.work), await ports.programmes(call.work)]
  const { today } = readerDay(call)
  const html = renderPage(
    HomePage({
      frame: call.frame,
      t: call.t,
      cloth: allianceCloth(members, programmes, call, today),
      members: members.map((member) => {
        const name = localised(member.name, call.language)
        return {
          id: member.id,
          name: name.text,
          nameLanguage: name.language,
          href: member.href && call.href(member.href),
        }
      }),
      programmes: programmes.map((programme) => ({
        id: programme.id,
        name: localised(programme.name, call.language).text,
        summary: localised(programme.summary, call.language).text,
        href: programme.href && call.href(programme.href),
      })),
    }),
  )
  return { kind: 'html', html }
}

async function personalHome(
  call: Call,
  manifests: readonly Manifest[],
  labels: ReturnType<typeof entryLabels>,
  ports: DeskPorts,
): Promise<Answer> {
  const { person } = call.frame
  if (!person) return publicHome(call, ports)
  const { today, timeZone } = readerDay(call)
  const { tasks, counts } = await tasksFor(call.work, { state: 'open', today, limit: 5 })
  const steps = await journeySteps(call.work, manifests, person.id)
  const story = await storyOf(call, labels, person.id, { limit: 6, timeZone })
  const parts: HomePart[] = []
  for (const { home } of manifests) if (home) parts.push(...(await home(call)))
  const html = renderPage(
    PersonalHomePage({
      frame: call.frame,
      t: call.t,
      name: person.name,
      away: await awayToday(call, person.id),
      tasks: await rowsOf(call, ports, tasks, today),
      counts,
      journey: journeyOf(call, steps, today),
      journeyHref: call.href(`/people/${person.id}/journey`),
      story: story.entries,
      parts,
      href: call.href,
    }),
  )
  return { kind: 'html', html }
}
