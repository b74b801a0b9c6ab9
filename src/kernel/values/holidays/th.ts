import { holidayYear, substituteFor } from './calendar.ts'
import type { HolidayYear } from './calendar.ts'

const newYear = { th: 'วันขึ้นปีใหม่', en: 'New Year’s Day' }
const makhaBucha = { th: 'วันมาฆบูชา', en: 'Makha Bucha Day' }
const chakri = { th: 'วันจักรี', en: 'Chakri Memorial Day' }
const songkran = { th: 'วันสงกรานต์', en: 'Songkran' }
const labourDay = { th: 'วันแรงงานแห่งชาติ', en: 'National Labour Day' }
const coronation = { th: 'วันฉัตรมงคล', en: 'Coronation Day' }
const ploughing = { th: 'วันพืชมงคล', en: 'Royal Ploughing Ceremony Day' }
const visakhaBucha = { th: 'วันวิสาขบูชา', en: 'Visakha Bucha Day' }
const queen = { th: 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี', en: 'The Queen’s Birthday' }
const king = { th: 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว', en: 'The King’s Birthday' }
const asalhaBucha = { th: 'วันอาสาฬหบูชา', en: 'Asalha Bucha Day' }
const lent = { th: 'วันเข้าพรรษา', en: 'Buddhist Lent Day' }
const mothersDay = { th: 'วันแม่แห่งชาติ', en: 'Mother’s Day' }
const navamindra = { th: 'วันนวมินทรมหาราช', en: 'King Bhumibol Memorial Day' }
const chulalongkorn = { th: 'วันปิยมหาราช', en: 'Chulalongkorn Day' }
const nationalDay = { th: 'วันชาติและวันพ่อแห่งชาติ', en: 'National Day and Father’s Day' }
const constitution = { th: 'วันรัฐธรรมนูญ', en: 'Constitution Day' }
const newYearsEve = { th: 'วันสิ้นปี', en: 'New Year’s Eve' }
const special = { th: 'วันหยุดราชการเพิ่มเป็นกรณีพิเศษ', en: 'Special public holiday' }

/**
 * The holidays of government offices by Cabinet resolution, and National Labour Day, on which employers close: public
 * and private universities both take part, so a day on which either is shut is not counted. Holidays of one region
 * and of banks alone are left out. The list for 2027 is computed: fixed days, Buddhist days by the Thai lunar calendar
 * (a normal year), substitutes on the next working day; the ploughing ceremony is not announced yet.
 */
export const thaiHolidays: HolidayYear[] = [
  holidayYear('TH', {
    year: 2025,
    official: true,
    source: 'สำนักเลขาธิการคณะรัฐมนตรี วันหยุดราชการ พ.ศ. 2568; มติคณะรัฐมนตรี 2024-11-12',
    asOf: '2026-11-22',
    days: {
      '01-01': newYear,
      '02-12': makhaBucha,
      '04-06': chakri,
      '04-07': substituteFor(chakri),
      '04-13..04-15': songkran,
      '04-16': substituteFor(songkran),
      '05-01': labourDay,
      '05-04': coronation,
      '05-05': substituteFor(coronation),
      '05-09': ploughing,
      '05-11': visakhaBucha,
      '05-12': substituteFor(visakhaBucha),
      '06-02': special,
      '06-03': queen,
      '07-10': asalhaBucha,
      '07-11': lent,
      '07-28': king,
      '08-11': special,
      '08-12': mothersDay,
      '10-13': navamindra,
      '10-23': chulalongkorn,
      '12-05': nationalDay,
      '12-10': constitution,
      '12-31': newYearsEve,
    },
  }),
  holidayYear('TH', {
    year: 2026,
    official: true,
    source: 'สำนักเลขาธิการคณะรัฐมนตรี วันหยุดราชการ พ.ศ. 2569; มติคณะรัฐมนตรี 2024-11-12',
    asOf: '2026-11-22',
    days: {
      '01-01': newYear,
      '01-02': special,
      '03-03': makhaBucha,
      '04-06': chakri,
      '04-13..04-15': songkran,
      '05-01': labourDay,
      '05-04': coronation,
      '05-13': ploughing,
      '05-31': visakhaBucha,
      '06-01': substituteFor(visakhaBucha),
      '06-03': queen,
      '07-28': king,
      '07-29': asalhaBucha,
      '07-30': lent,
      '08-12': mothersDay,
      '10-13': navamindra,
      '10-23': chulalongkorn,
      '12-05': nationalDay,
      '12-07': substituteFor(nationalDay),
      '12-10': constitution,
      '12-31': newYearsEve,
    },
  }),
  holidayYear('TH', {
    year: 2027,
    official: false,
    source: 'Fixed days, the Thai lunar calendar for B.E. 2570, and the rule of substitution',
    asOf: '2026-11-22',
    days: {
      '01-01': newYear,
      '02-21': makhaBucha,
      '02-22': substituteFor(makhaBucha),
      '04-06': chakri,
      '04-13..04-15': songkran,
      '05-01': labourDay,
      '05-03': substituteFor(labourDay),
      '05-04': coronation,
      '05-20': visakhaBucha,
      '06-03': queen,
      '07-18': asalhaBucha,
      '07-19': lent,
      '07-20': substituteFor(asalhaBucha),
      '07-28': king,
      '08-12': mothersDay,
      '10-13': navamindra,
      '10-23': chulalongkorn,
      '10-25': substituteFor(chulalongkorn),
      '12-05': nationalDay,
      '12-06': substituteFor(nationalDay),
      '12-10': constitution,
      '12-31': newYearsEve,
    },
  }),
]
