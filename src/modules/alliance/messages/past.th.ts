import type en from './past.en.ts'

export default {
  'import-column.yearFrom': 'วันแรกของปีโครงการ',
  'import-column.yearUntil': 'วันสุดท้ายของปีโครงการ',
  'past-years.import': 'นำเข้าปีที่ผ่านมา',
  'past-years.lead': 'หนึ่งแถวคือผู้เข้าร่วมหนึ่งคนในหนึ่งปี คอลัมน์ที่ใช้ชื่อขั้นตอนให้ระบุวันที่ผ่าน ปีที่ยังไม่มีจะถูกเพิ่มให้',
  'past-years.added': 'ปีที่จะเพิ่ม: {years}',
  'import.year-needed': 'ไม่ได้ระบุปี',
  'import.year-days': 'วันเริ่มและวันสิ้นสุดของปี {year} ไม่ชัดเจน แถวต่าง ๆ ระบุไม่ตรงกัน หรือวันสิ้นสุดอยู่ก่อนวันเริ่ม',
  'done.past-years': 'นำเข้าผู้เข้าร่วม {joined} คน เพิ่มปีใหม่ {years} ปี',
} satisfies Record<keyof typeof en, string>
