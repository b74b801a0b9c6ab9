import { holidayYear } from './calendar.ts'
import type { HolidayYear } from './calendar.ts'

const newYear = { 'zh-Hans': '元旦', en: 'New Year’s Day' }
const springFestival = { 'zh-Hans': '春节', en: 'Spring Festival' }
const tombSweeping = { 'zh-Hans': '清明节', en: 'Tomb-Sweeping Day' }
const labourDay = { 'zh-Hans': '劳动节', en: 'Labour Day' }
const dragonBoat = { 'zh-Hans': '端午节', en: 'Dragon Boat Festival' }
const midAutumn = { 'zh-Hans': '中秋节', en: 'Mid-Autumn Festival' }
const nationalDay = { 'zh-Hans': '国庆节', en: 'National Day' }
const nationalAndMidAutumn = {
  'zh-Hans': '国庆节、中秋节',
  en: 'National Day and Mid-Autumn Festival',
}

/**
 * The yearly notices of the General Office of the State Council. The notice for 2027 is not in yet: its days off
 * follow the principles that the notice for 2025 laid down (Spring Festival 8 days from New Year’s Eve, National Day
 * 7, Labour Day 5, a festival on a Wednesday alone), and its make-up working days cannot be known before it.
 */
export const chineseHolidays: HolidayYear[] = [
  holidayYear('CN', {
    year: 2025,
    official: true,
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号，2024-11-12）',
    asOf: '2026-11-22',
    days: {
      '01-01': newYear,
      '01-28..02-04': springFestival,
      '04-04..04-06': tombSweeping,
      '05-01..05-05': labourDay,
      '05-31..06-02': dragonBoat,
      '10-01..10-08': nationalAndMidAutumn,
    },
    makeUpDays: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  }),
  holidayYear('CN', {
    year: 2026,
    official: true,
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）',
    asOf: '2026-11-22',
    days: {
      '01-01..01-03': newYear,
      '02-15..02-23': springFestival,
      '04-04..04-06': tombSweeping,
      '05-01..05-05': labourDay,
      '06-19..06-21': dragonBoat,
      '09-25..09-27': midAutumn,
      '10-01..10-07': nationalDay,
    },
    makeUpDays: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  }),
  holidayYear('CN', {
    year: 2027,
    official: false,
    source:
      '《全国年节及纪念日放假办法》（2024-11-10 修订）；国办发明电〔2024〕12号所定放假调休原则',
    asOf: '2026-11-22',
    days: {
      '01-01..01-03': newYear,
      '02-05..02-12': springFestival,
      '04-03..04-05': tombSweeping,
      '05-01..05-05': labourDay,
      '06-09': dragonBoat,
      '09-15': midAutumn,
      '10-01..10-07': nationalDay,
    },
  }),
]
