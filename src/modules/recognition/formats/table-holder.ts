import type { Holder } from '../holder.ts'
import { plainText } from './plain-text.ts'
import { readDateCell } from './table-values.ts'

const words = (text: string) => new Set(text.split('|').map((each) => plain(each.trim())))

/** What stands beside the name, the number and the day of birth of a transcript's holder, in the five languages. */
const labels = {
  name: words(`name|student|student name|name of student|name of the student|full name|姓名|学生姓名|名字|
    ชื่อ|ชื่อ-สกุล|ชื่อ-นามสกุล|ชื่อและนามสกุล|ชื่อนักศึกษา|ชื่อ-สกุลนักศึกษา|성명|이름|학생명|학생 성명|
    nom|nom et prénom|nom et prénoms|nom de l'étudiant|nom de l’étudiant|étudiant`),
  number:
    words(`student number|student no|student id|student id no|matriculation number|matric no|id no|学号|学生证号|
    รหัสนักศึกษา|รหัสประจำตัวนักศึกษา|เลขประจำตัวนักศึกษา|เลขทะเบียน|학번|numéro étudiant|numéro d'étudiant|
    numéro d’étudiant|n° étudiant|no étudiant|matricule`),
  birth:
    words(`date of birth|birth date|birthdate|born|born on|出生日期|出生年月日|生日|วันเกิด|วันเดือนปีเกิด|วัน เดือน ปีเกิด|
    생년월일|date de naissance|né le|née le|né(e) le`),
} as const

/** In the head of a table of courses these are names of courses; only a label that names a student tells of one. */
const alsoOfCourses = words('name|student|nom|ชื่อ|名字')

/**
 * Whom a table names as its holder: beside a label above the heads of the columns, or in a column of its own that says
 * the same in each row. What is said twice and differently is not taken.
 */
export function holderOfTable(
  rows: readonly (readonly string[])[],
  headerRow: number | null,
): Holder {
  if (headerRow === null) return {}
  const said = [...rows.slice(0, headerRow).flatMap(pairsOf), ...columnsOf(rows, headerRow)]
  const name = only(said, 'name')
  const number = only(said, 'number')
  const day = readDateCell(only(said, 'birth') ?? '')
  return {
    ...(name ? { name } : {}),
    ...(number ? { number } : {}),
    ...(day.kind === 'day' ? { birthDate: day.day } : {}),
  }
}

type Said = [what: keyof typeof labels, value: string]

/** "Name: X" in one cell, or a cell that is a label and the next that says something. */
function pairsOf(row: readonly string[]): Said[] {
  const cells = row.map((cell) => cell.trim()).filter(Boolean)
  return cells.flatMap((cell, place): Said[] => {
    const [, label, value] = /^([^:：]{2,40})[:：]\s*(.*)$/su.exec(cell) ?? []
    const what = whatOf(label ?? cell)
    if (!what) return []
    const text = value || (cells[place + 1] ?? '')
    return whatOf(text.replace(/[:：]\s*$/u, '')) === null ? [[what, text]] : []
  })
}

function columnsOf(rows: readonly (readonly string[])[], headerRow: number): Said[] {
  return (rows[headerRow] ?? []).flatMap((head, column): Said[] => {
    const what = whatOf(head)
    if (!what || alsoOfCourses.has(plain(head))) return []
    return rows.slice(headerRow + 1).flatMap((row): Said[] => {
      const value = row[column]?.trim() ?? ''
      return value === '' ? [] : [[what, value]]
    })
  })
}

function only(said: readonly Said[], what: keyof typeof labels): string | undefined {
  const values = new Set(said.flatMap(([which, value]) => (which === what ? [value] : [])))
  const [value, ...others] = values
  return others.length === 0 && value ? plainText(value).slice(0, 200) || undefined : undefined
}

function whatOf(label: string): keyof typeof labels | null {
  const text = plain(label)
  const found = (Object.keys(labels) as (keyof typeof labels)[]).find((what) =>
    labels[what].has(text),
  )
  return found ?? null
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._*]+/gu, '')
}
