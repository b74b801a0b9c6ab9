/** One word of a Thai text without spaces. */
export interface ThaiWord {
  readonly text: string
  /** Whether the dictionary of ICU, by which browsers break lines, cuts it into pieces. */
  readonly isCut: boolean
  /** Whether that dictionary joins its beginning to the word before, so that no line would end there. */
  readonly isJoined: boolean
}

/**
 * Words that the dictionary does not know, or that it cuts in the wrong place beside certain neighbours: names of
 * places and organisations, loan words, the terms of this field. A word that it finds by itself needs no entry.
 */
const known = [
  // Names
  'มหาวิทยาลัย|อัสสัมชัญ|เหรินหมิน|แซบยอก|เพอร์เฟกต์เวิลด์|โฮลดิงส์|ล้านนา|บาวาเรีย',
  // Terms of the field
  'เทียบโอน|หน่วยกิต|แลกเปลี่ยน|หน่วยงาน|ต่างประเทศ|คณะกรรมการ|นายทะเบียน|ศาสตรบัณฑิต|ใบรับรอง|ลายมือชื่อ|กระจาย',
  'ภัณฑารักษ์|สตูดิโอ|วีดิทัศน์|เวิร์กชอป|เวิร์กช็อป|โฟโตแกรมเมทรี|มิติ|โลกาภิวัตน์|วิจักษ์|รับผิดชอบ|ดำเนินการ',
  'ลงนาม|ความเห็นชอบ|เห็นชอบ|ปฏิบัติการ|ตรวจสอบ|เกี่ยวกับ|สาขาวิชา|วันที่|น้ำหนัก|ข้อผิดพลาด|ข้อโต้แย้ง|ตัวชี้วัด|พี่เลี้ยง|ปริญญาตรี|ปริญญาโท|ปริญญาเอก',
  // Loan words
  'อัปโหลด|ดาวน์โหลด|พาสคีย์|แพ็กเกจ|พร็อกซี|สคีมา|บักเก็ต|ออบเจ็กต์|ออบเจกต์|โปรเซส|แฮช|เอนทิตี|อะพอสทรอฟี',
  'ซิงก์|เมานต์|เซิร์ฟเวอร์|เบราว์เซอร์|โฟลเดอร์|เซสชัน|เดสก์ท็อป',
  // Ordinary words that are torn where a neighbour ends or begins like another word
  'เตรียมการ|ที่นี่|ยินยอม|บิดามารดา|บันทึก|กรอก|กลับ|กลุ่ม|มากกว่า|อยู่|แสดง|ครบ|สร้าง|สื่อสาร|ตัดสินใจ|อื่น|นั้น|ไม่ตรง',
  'ความร่วมมือ|ร่วมมือ|คำยืนยัน|คำแนะนำ',
]
  .join('|')
  .split('|')
  .toSorted((a, b) => b.length - a.length)
const knownPattern = new RegExp(`(?:${known.join('|')})(?!\\p{M})`, 'gu')

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
const letters = new Intl.Segmenter('th', { granularity: 'grapheme' })

/**
 * The words of a Thai text that holds no spaces, as a reader divides it: by ICU's dictionary, corrected where that
 * cuts names, loan words and the terms of this field. A text of at most `longestWhole` letters stays whole: in running
 * text between spaces that is a person's name or a label.
 */
export function thaiWords(run: string, longestWhole: number): ThaiWord[] {
  const cuts = new Set<number>()
  for (const { index } of segmenter.segment(run)) if (index > 0) cuts.add(index)
  if (cuts.size === 0) return [{ text: run, isCut: false, isJoined: false }]
  if (lettersOf(run, longestWhole) <= longestWhole)
    return [{ text: run, isCut: true, isJoined: false }]
  const ends = new Set(cuts)
  for (const { index, 0: word } of run.matchAll(knownPattern)) {
    const inside = between(cuts, index, index + word.length)
    if (inside.length === 0) continue
    for (const cut of inside) ends.delete(cut)
    ends.add(index).add(index + word.length)
  }
  const places = [0, ...[...ends].filter((end) => end > 0 && end < run.length), run.length]
  const ordered = places.toSorted((a, b) => a - b)
  return ordered.slice(1).map((end, place) => {
    const start = ordered[place]!
    return {
      text: run.slice(start, end),
      isCut: between(cuts, start, end).length > 0,
      isJoined: start > 0 && !cuts.has(start),
    }
  })
}

function between(cuts: ReadonlySet<number>, start: number, end: number): number[] {
  return [...cuts].filter((cut) => cut > start && cut < end)
}

/** How many letters a reader sees, counted no further than is asked. */
function lettersOf(run: string, most: number): number {
  let count = 0
  for (const _ of letters.segment(run)) if (++count > most) break
  return count
}
