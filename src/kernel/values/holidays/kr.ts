import { holidayYear, substituteFor } from './calendar.ts'
import type { HolidayYear } from './calendar.ts'

const newYear = { ko: '신정', en: 'New Year’s Day' }
const seollal = { ko: '설날 연휴', en: 'Seollal holidays' }
const independence = { ko: '3·1절', en: 'Independence Movement Day' }
const labourDay = { ko: '노동절', en: 'Labour Day' }
const children = { ko: '어린이날', en: 'Children’s Day' }
const buddha = { ko: '부처님오신날', en: 'Buddha’s Birthday' }
const childrenAndBuddha = {
  ko: '어린이날·부처님오신날',
  en: 'Children’s Day and Buddha’s Birthday',
}
const memorial = { ko: '현충일', en: 'Memorial Day' }
const constitution = { ko: '제헌절', en: 'Constitution Day' }
const liberation = { ko: '광복절', en: 'Liberation Day' }
const chuseok = { ko: '추석 연휴', en: 'Chuseok holidays' }
const foundation = { ko: '개천절', en: 'National Foundation Day' }
const hangul = { ko: '한글날', en: 'Hangul Day' }
const christmas = { ko: '기독탄신일', en: 'Christmas Day' }
const presidentialElection = { ko: '대통령 선거일', en: 'Presidential election' }
const localElection = { ko: '전국동시지방선거일', en: 'Local elections' }
const temporary = { ko: '임시공휴일', en: 'Temporary public holiday' }

/**
 * 관공서의 공휴일에 관한 규정 with its substitutes (§3), as the yearly almanac (월력요항) lists them. Labour Day counts
 * from 2026-05-01 and Constitution Day again from 2026-05-11 (대통령령 제36290호).
 */
export const koreanHolidays: HolidayYear[] = [
  holidayYear('KR', {
    year: 2025,
    official: true,
    source:
      '우주항공청 2025년도 월력요항(2024-06-20); 임시공휴일 2025-01-27, 대통령 선거일 2025-06-03',
    asOf: '2026-11-22',
    days: {
      '01-01': newYear,
      '01-27': temporary,
      '01-28..01-30': seollal,
      '03-01': independence,
      '03-03': substituteFor(independence),
      '05-05': childrenAndBuddha,
      '05-06': substituteFor(childrenAndBuddha),
      '06-03': presidentialElection,
      '06-06': memorial,
      '08-15': liberation,
      '10-03': foundation,
      '10-05..10-07': chuseok,
      '10-08': substituteFor(chuseok),
      '10-09': hangul,
      '12-25': christmas,
    },
  }),
  holidayYear('KR', {
    year: 2026,
    official: true,
    source:
      '우주항공청 2026년도 월력요항; 관공서의 공휴일에 관한 규정(대통령령 제36290호, 2026-04-30)',
    asOf: '2026-11-22',
    days: {
      '01-01': newYear,
      '02-16..02-18': seollal,
      '03-01': independence,
      '03-02': substituteFor(independence),
      '05-01': labourDay,
      '05-05': children,
      '05-24': buddha,
      '05-25': substituteFor(buddha),
      '06-03': localElection,
      '06-06': memorial,
      '07-17': constitution,
      '08-15': liberation,
      '08-17': substituteFor(liberation),
      '09-24..09-26': chuseok,
      '10-03': foundation,
      '10-05': substituteFor(foundation),
      '10-09': hangul,
      '12-25': christmas,
    },
  }),
  holidayYear('KR', {
    year: 2027,
    official: true,
    source: '우주항공청 2027년도 월력요항(2026-06-29)',
    asOf: '2026-11-22',
    days: {
      '01-01': newYear,
      '02-06..02-08': seollal,
      '02-09': substituteFor(seollal),
      '03-01': independence,
      '05-01': labourDay,
      '05-03': substituteFor(labourDay),
      '05-05': children,
      '05-13': buddha,
      '06-06': memorial,
      '07-17': constitution,
      '07-19': substituteFor(constitution),
      '08-15': liberation,
      '08-16': substituteFor(liberation),
      '09-14..09-16': chuseok,
      '10-03': foundation,
      '10-04': substituteFor(foundation),
      '10-09': hangul,
      '10-11': substituteFor(hangul),
      '12-25': christmas,
      '12-27': substituteFor(christmas),
    },
  }),
]
