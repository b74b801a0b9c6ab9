import { personOf } from '#kernel/database'
import { renderPdf } from '#kernel/documents'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import {
  dateInZone,
  firstLanguageOf,
  isCountry,
  type Language,
  languages as allLanguages,
} from '#kernel/values'
import { appointmentLetter, mentorRecord } from '../formats/mentor-papers.ts'
import { m } from '../messages/index.ts'
import { mentorshipById, type MentorshipRow, recordOf } from '../queries/mentorships.ts'
import { minutesByMentorship } from '../queries/sharing.ts'

/** The papers that a mentor gets: the letter of appointment, and the record of what they gave. */
export const paperRoutes: readonly Route[] = [
  page<MentorshipRow>('GET', '/mentoring/mentorships/:id/letter', {
    action: 'mentorship.mentorship.letter',
    load: (work, params) => mentorshipById(work, params['id'] ?? ''),
    handle: sendLetter,
  }),
  page('GET', '/mentoring/record', { action: 'mentorship.own.open', handle: sendRecord }),
]

/** The two languages that an address asks for, else those given; never one twice. */
function languagesOf(call: Call, usual: readonly [Language, Language]): [Language, Language] {
  const asked = (name: string, otherwise: Language) =>
    allLanguages.find((each) => each === call.query.get(name)) ?? otherwise
  const first = asked('first', usual[0])
  const second = asked('second', usual[1])
  return [first, second === first ? allLanguages.find((each) => each !== first)! : second]
}

function languageAt(country: string): Language {
  return (isCountry(country) && firstLanguageOf(country)) || 'en'
}

function settingsOf(call: Call, languages: [Language, Language], timeZone: string) {
  const { translator, demonstration, demonstrationBanner } = call.services
  return {
    languages,
    translator,
    banner: demonstration ? demonstrationBanner : null,
    today: dateInZone(call.now, timeZone),
    now: call.now,
  }
}

async function sendLetter(given: Call<MentorshipRow>): Promise<Answer> {
  const call = given as Call
  const mentorship = given.object
  const country = mentorship.organisation_country
  const home = languageAt(country)
  const languages = languagesOf(call, [home, mentorship.mentor_language])
  call.shows([mentorship.person_id, mentorship.mentor_id])
  const paper = appointmentLetter(
    mentorship,
    settingsOf(call, languages, mentorship.organisation_time_zone),
  )
  return {
    kind: 'file',
    body: await renderPdf(paper),
    type: 'application/pdf',
    name: `${call.t(m('letter.file'))}-${languages.join('-')}.pdf`,
  }
}

async function sendRecord(call: Call): Promise<Answer> {
  const personId = personOf(call.actor)!
  const record = (await recordOf(call.work, personId)).filter(({ began_on: on }) => on !== null)
  call.shows([])
  const [latest] = record
  if (!latest) return call.redirect('/mentoring')
  const minutes = await minutesByMentorship(call.work, personId)
  const country = latest.organisation_country
  const home = languageAt(country)
  const languages = languagesOf(call, [call.language, call.language === home ? 'en' : home])
  const paper = mentorRecord(
    { name: latest.mentor, organisation: latest.mentor_organisation, id: personId },
    record.map((each) => ({
      kind: each.kind,
      titles: each.titles,
      from: each.began_on!,
      until: each.ended_on,
      minutes: minutes.get(each.id) ?? 0,
    })),
    settingsOf(call, languages, call.timeZone),
  )
  return {
    kind: 'file',
    body: await renderPdf(paper),
    type: 'application/pdf',
    name: `${call.t(m('record.file'))}-${languages.join('-')}.pdf`,
  }
}
