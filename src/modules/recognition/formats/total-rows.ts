import type { Titles } from '../rules/types.ts'

/** What a sum or a mean at the foot of a transcript is called, in the five languages, without spaces and in small letters. */
const names = new Set(
  `total|totals|sum|subtotal|grand total|total credit|total credits|credits total|total credits earned|
  total credit hours|total units|total ects|total hours|average|mean|mean grade|average grade|weighted average|
  gpa|cgpa|grade point average|cumulative gpa|term gpa|semester gpa|cumulative|cumulative total|semester total|
  合计|总计|小计|共计|总和|学分合计|总学分|学分总计|总学分数|已修学分|平均|平均分|平均成绩|平均学分绩点|平均绩点|绩点|加权平均分|
  รวม|รวมทั้งสิ้น|รวมทั้งหมด|ผลรวม|ยอดรวม|รวมหน่วยกิต|หน่วยกิตรวม|รวมหน่วยกิตทั้งหมด|หน่วยกิตสะสม|เฉลี่ย|ค่าเฉลี่ย|
  คะแนนเฉลี่ย|เกรดเฉลี่ย|แต้มเฉลี่ย|แต้มเฉลี่ยสะสม|คะแนนเฉลี่ยสะสม|เกรดเฉลี่ยสะสม|
  합계|총계|소계|누계|계|총합|총학점|총 이수학점|이수학점 합계|이수학점계|신청학점|취득학점|학점 합계|평균|평점|평균평점|평점평균|
  평점 평균|총평점평균|백분위|총점|
  somme|sous-total|total général|total des crédits|total crédits|crédits acquis|moyenne|moyenne générale|
  moyenne pondérée|moyenne du semestre`
    .split('|')
    .map(plain),
)

const units = /\s(?:credits?|credit hours|ects|units?|hours?|学分|หน่วยกิต|학점|crédits?)$/iu
const figure = /[\s:=]*(?<![\p{L}\p{M}])[\d๐-๙]+(?:[.,/][\d๐-๙]+)?$/u

/**
 * Whether a line is a sum or a mean and no course: its name, or its code where nothing else names it, is the word for
 * one, in one language or several ("Total/Moyenne", "รวม 12 หน่วยกิต"). It is only ever proposed to be left out.
 */
export function looksLikeTotal({ code, title }: { code: string; title: Titles }): boolean {
  const titles = Object.values(title).filter((each): each is string => Boolean(each?.trim()))
  // What has the code of a course is a course, whatever it is called.
  if (/\d/u.test(code.normalize('NFKC')) && !namesTotal(code)) return false
  if (titles.length === 0) return namesTotal(code)
  return titles.every(namesTotal) || (namesTotal(code) && titles.every(isFigure))
}

function namesTotal(text: string): boolean {
  if (text.length > 120) return false
  const parts = withoutFigure(text.normalize('NFKC').trim()).split(/[/|·;]|\s[-–]\s/u)
  return parts.every((part) => names.has(plain(part)))
}

/** "Total: 12", "รวม 12 หน่วยกิต", but not "SUM 101": a number counts as a sum after a colon or before a unit. */
function withoutFigure(text: string): string {
  const bare = text.replace(units, '')
  const isSaid = bare !== text || /[:=]\s*[\d๐-๙.,/]+$/u.test(text)
  const cut = isSaid ? bare.replace(figure, '') : text
  return cut.trim() === '' ? text : cut
}

function isFigure(text: string): boolean {
  return /^[\d๐-๙.,/\s-]*$/u.test(text)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.:：()（）*[\]=]+/gu, '')
}
