/** What is known of a student when mentors are looked for: the field of study (ISCED-F) and the languages. */
export interface StudentSide {
  field: string | null
  languages: readonly string[]
}

/** What is known of a mentor: fields (ISCED-F), languages (BCP 47), and how many students they take and have. */
export interface MentorSide {
  fields: readonly string[]
  languages: readonly string[]
  capacity: number
  load: number
}

/** How well a mentor suits a student: digits of ISCED-F in common (0, 2, 3 or 4), shared languages, places left. */
export interface Fit {
  digits: 0 | 2 | 3 | 4
  languages: string[]
  room: number
}

/** Compares one mentor with one student. */
export function fitOf(student: StudentSide, mentor: MentorSide): Fit {
  return { ...nearness(student, mentor), room: roomOf(mentor) }
}

/** What two have in common. A mentor's broad field (two digits) covers every field in it, as far as it says. */
export function nearness(
  student: StudentSide,
  mentor: Pick<MentorSide, 'fields' | 'languages'>,
): Pick<Fit, 'digits' | 'languages'> {
  const digits = mentor.fields.map((field) => commonDigits(student.field, field))
  return {
    digits: digits.reduce<Fit['digits']>((most, each) => (each > most ? each : most), 0),
    languages: student.languages.filter((tag) => mentor.languages.includes(tag)),
  }
}

/** How many more students a mentor takes; negative where they have more than they said. */
export function roomOf({ capacity, load }: Pick<MentorSide, 'capacity' | 'load'>): number {
  return capacity - load
}

/** Better first: who has room, then a shared language, then the nearer field, then the more room. */
export function compareFits(a: Fit, b: Fit): number {
  return (
    Number(b.room > 0) - Number(a.room > 0) ||
    Number(b.languages.length > 0) - Number(a.languages.length > 0) ||
    b.digits - a.digits ||
    b.room - a.room
  )
}

/** In which languages a student can be mentored: what they say, or else English and the one that they read. */
export function languagesOf(student: {
  languages: readonly string[]
  preferred_language: string
}): string[] {
  if (student.languages.length > 0) return [...student.languages]
  return [...new Set(['en', spokenLanguage(student.preferred_language)])]
}

/** A language of the product as people speak it: simplified Chinese is a way to write. */
function spokenLanguage(tag: string): string {
  return tag.split('-')[0] ?? tag
}

/** The digits of ISCED-F that a student's field and a mentor's have in common; a broad field says two. */
export function commonDigits(studied: string | null, known: string): Fit['digits'] {
  if (studied === null) return 0
  const length = [4, 3, 2].find(
    (digits) =>
      digits <= known.length &&
      digits <= studied.length &&
      studied.slice(0, digits) === known.slice(0, digits),
  )
  return (length ?? 0) as Fit['digits']
}
