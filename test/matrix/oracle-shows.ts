import type { Role, What, Who } from './people.ts'

type Oracle = (who: Who, what: What) => boolean

const everybody: Oracle = () => true

/** Whoever looks after what an institution shows: its curators and coordinators, for the whole of it. */
const keepers = ({ roles, person }: Who, what: What): Role[] =>
  person === null
    ? []
    : roles.filter(
        ({ role, organisation, programme, object }) =>
          ['curator', 'coordinator'].includes(role) &&
          organisation !== null &&
          organisation === what.organisation &&
          programme === null &&
          object === null,
      )
const keeps: Oracle = (who, what) => keepers(who, what).length > 0
const signs: Oracle = (who, what) => who.person !== null && what.creator === who.person
const mentors: Oracle = (who, what) => who.person !== null && what.asked === who.person

/** An owner speaks while it is with the owners, and nobody of their own, nor of whom they stand in for. */
const speaksAsOwner: Oracle = (who, what) =>
  what.state === 'review' &&
  what.creator !== who.person &&
  keepers(who, what).some(({ inPlaceOf }) => inPlaceOf === null || inPlaceOf !== what.creator)

/** Who may do what with exhibitions, in words of its own. */
export const exhibitionOracle: Readonly<Record<string, Oracle>> = {
  'exhibitions.exhibition.browse': everybody,
  'exhibitions.exhibition.visit': everybody,
  'exhibitions.office.open': (who) => who.person !== null,
  'exhibitions.exhibition.list': keeps,
  'exhibitions.exhibition.edit': (who, what) => keeps(who, what) || signs(who, what),
  'exhibitions.exhibition.preview': (who, what) =>
    keeps(who, what) || signs(who, what) || mentors(who, what),
  'exhibitions.exhibition.publish': keeps,
  'exhibitions.exhibition.review': (who, what) =>
    speaksAsOwner(who, what) || (what.state === 'mentor' && mentors(who, what)),
}
