import type { Policy } from '#kernel/access'
import { actorOf, factsOf, thingsFor } from './facts.ts'
import { allRoles, nothing, type Role, type What, type Who } from './people.ts'

const me = 'me'
const nobody: Who = { person: null, roles: [], link: null }

/** The columns: everybody, whoever is signed in, the person concerned, and each role at the owning organisation. */
const columns: readonly {
  head: string
  who: Who | ((action: string) => Who)
  things: (what: What) => boolean
}[] = [
  { head: 'public', who: nobody, things: () => true },
  {
    head: 'signed in',
    who: as([]),
    things: ({ person, creator }) => person !== me && creator !== me,
  },
  { head: 'self', who: as([]), things: ({ person }) => person === me },
  ...allRoles.map((role) => ({
    head: role,
    who: as([at(role, null)]),
    things: ({ organisation, person }: What) => organisation !== 'other' && person !== me,
  })),
  {
    head: 'evaluator of one programme',
    who: as([at('evaluator', 'right')]),
    things: ({ organisation, person }) => organisation !== 'other' && person !== me,
  },
  {
    head: 'evaluator of one unit',
    who: as([{ ...at('evaluator', null), unit: 'unit' }]),
    things: ({ organisation, person }) => organisation !== 'other' && person !== me,
  },
  {
    head: 'its own link',
    who: (action) => ({ ...nobody, link: { action, object: 'it' } }),
    things: () => true,
  },
]

/**
 * The rule table as people read it: for each action and each column whether it may be done there.
 * `●` to everything in reach, `◐` to some of it (a state, a programme, one's own draft), `·` to nothing.
 */
export function matrixTable(policy: Policy): string {
  const actions = [...new Set(policy.rules.map((rule) => rule.action))].sort()
  const lines = [
    '# Who may do what',
    '',
    'Made from the rule table by `node --import ./scripts/loader.mjs test/matrix/write.ts`; the tests compare it.',
    'A role is held at the organisation that owns the object; “self” is the person whom the object is about.',
    '`●` everything in reach, `◐` some of it (a state, a programme, a draft of one’s own), `·` nothing.',
    'At another organisation, with an appointment that has ended or not begun, and with a link for another',
    'act, everybody is as much as signed in or public: the tests drive all of it. “Its own link” is whoever holds',
    'the single-act link of a letter; it counts on its own page and for its own object alone.',
    '',
    `| action | ${columns.map(({ head }) => head).join(' | ')} |`,
    `| :--- |${columns.map(() => ' :-: |').join('')}`,
  ]
  for (const action of actions) {
    const cells = columns.map((column) => cellOf(policy, action, column))
    lines.push(`| \`${action}\` | ${cells.join(' | ')} |`)
  }
  return `${lines.join('\n')}\n`
}

function cellOf(policy: Policy, action: string, column: (typeof columns)[number]): string {
  const actor = actorOf(typeof column.who === 'function' ? column.who(action) : column.who)
  const all = thingsFor(action, { subject: me, places: ['home', 'other'] }).filter(
    ({ organisation, person, programme }) =>
      organisation !== null && person !== null && programme !== null,
  )
  const asked = (all.length > 0 ? all : [nothing]).filter(column.things)
  const allowed = asked.filter((what) => policy.can(actor, action, factsOf(action, what)))
  if (allowed.length === 0) return '·'
  return allowed.length === asked.length ? '●' : '◐'
}

function as(roles: Role[]): Who {
  return { person: me, roles, link: null }
}

function at(role: string, programme: string | null): Role {
  const organisation = role === 'secretariat' ? null : 'home'
  return { role, organisation, programme, object: null, inPlaceOf: null }
}
