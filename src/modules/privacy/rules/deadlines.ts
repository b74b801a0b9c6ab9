import { addDays, addMonths, type DateOnly } from '#kernel/values'

/**
 * The last day for an answer to a request about one's data, counted from the day on which it was asked: ten days in
 * Korea (Enforcement Decree of the PIPA, Art. 41, 43 and 44); elsewhere thirty (Thailand's PDPA s. 30, China's GB/T
 * 35273), or a month where that is shorter (GDPR Art. 12(3)). Takes the country of the organisation that answers.
 */
export function answerDueOn(askedOn: DateOnly, country: string | null): DateOnly {
  if (country === 'KR') return addDays(askedOn, 10)
  const [days, month] = [addDays(askedOn, 30), addMonths(askedOn, 1)]
  return days < month ? days : month
}

/** For how many days an erasure can be taken back before it is done. */
export const graceDays = 14

/** For how many days a copy of somebody's data waits to be fetched. */
export const copyDays = 7

/** For how many days the letter that tells of an erasure is kept: so long a mail server may take for it. */
export const farewellDays = 3
