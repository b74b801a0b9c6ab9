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
  'past-years.undone': 'ยกเลิกการนำเข้าผู้เข้าร่วมของปีที่ผ่านมา {members} คนแล้ว ข้อมูลบุคคลยังคงอยู่',
  'fault.past-years-changed-since': 'บางรายการหรือบางปีมีการแก้ไขหลังจากนำเข้า โปรดแก้ไขทีละรายการ',
  'fault.past-years-in-use': 'ปีที่รายการเพิ่มไว้มีการใช้งานแล้ว เช่น มีการแลกเปลี่ยน โปรดนำรายการเหล่านั้นออกก่อน',
  'entry.cohort-import-undone': 'ยกเลิกการเข้าร่วมที่มาจากรายการนำเข้า',
  'entry.past-years-import-undone': 'ยกเลิกการนำเข้ารายการปีที่ผ่านมา',
} satisfies Record<keyof typeof en, string>
