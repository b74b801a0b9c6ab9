import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { keptText } from '#kernel/values'
import { detectEncoding, encodingPreviews, type TextEncoding } from './encodings.ts'

const seed = 20261122

/** Titles and words as catalogues and transcripts of each country have them. */
const words = {
  th: 'การเล่าเรื่องด้วยภาพ ศิลปะไทยร่วมสมัย เศรษฐศาสตร์ผ้าไหม หน่วยกิต การสื่อสารระหว่างวัฒนธรรม น้ำใจ พิพิธภัณฑ์วิทยา ภาษาจีนธุรกิจ ประวัติศาสตร์ศิลป์ รหัสวิชา ผลการเรียน ก้าวหน้า การออกแบบสิ่งทอ ทักษะชีวิต',
  'zh-Hans':
    '视觉叙事 非物质文化遗产 中国美术史 课程名称 学分 数字影像 丝绸之路艺术 大学英语 文化研究导论 设计基础 高等数学 毕业论文 体育 艺术概论 博物馆学',
  ko: '동아시아 미술사 한국어 교육론 과목명 학점 디지털 영상 문화와 예술 대학 영어 전공 세미나 졸업 논문 박물관학 개론 성적 이수 구분 섬유 디자인',
  fr: 'Théorie de l’art médiéval; Étude des musées; Société et créativité; intitulé; crédits; Mémoire de fin d’études; Français écrit; Élève à l’école; résultat',
} as const

const legacy: [keyof typeof words, TextEncoding][] = [
  ['th', 'windows-874'],
  ['zh-Hans', 'gb18030'],
  ['ko', 'cp949'],
  ['fr', 'windows-1252'],
]

describe('the encoding of a text', () => {
  for (const [language, encoding] of legacy) {
    const pool = words[language].split(language === 'fr' ? '; ' : ' ')
    const rows = fc.array(
      fc.record({
        code: fc.stringMatching(/^[A-Z]{2}[0-9]{3,5}$/),
        title: fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 3 }),
        credit: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 4, maxLength: 30 },
    )
    for (const wanted of [encoding, 'utf-8', 'utf-16le', 'utf-16be'] as const) {
      test(`of ${language} in ${wanted} is found whatever rows there are`, () => {
        fc.assert(
          fc.property(rows, fc.constantFrom(',', ';', '\t'), (all, by) => {
            const text = all
              .map(({ code, title, credit }) => [code, title.join(' '), credit].join(by))
              .join('\r\n')
            assert.equal(detectEncoding(iconv.encode(text, wanted)), wanted)
          }),
          { seed, numRuns: 200 },
        )
      })
    }
  }

  test('of plain ASCII offers no choice', () => {
    assert.deepEqual(encodingPreviews(Buffer.from('code,title\nA1,One\n'), 'utf-8'), [])
  })

  test('is shown with the lines that tell it from others, the broken ones marked', () => {
    const text = `code,title\n${'A1,plain\n'.repeat(3000)}B1,การเล่าเรื่องด้วยภาพ\nB2,ศิลปะไทย\nB3,plain\n`
    const previews = encodingPreviews(iconv.encode(text, 'windows-874'), 'windows-874')
    const [first] = previews
    assert.deepEqual(first, {
      encoding: 'windows-874',
      lines: ['B1,การเล่าเรื่องด้วยภาพ', 'B2,ศิลปะไทย'],
      found: true,
      broken: false,
    })
    const utf8 = previews.find(({ encoding }) => encoding === 'utf-8')
    assert.equal(utf8?.broken, true)
    assert.equal(previews.length, 7)
  })

  test('of any bytes is shown without a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
        const found = detectEncoding(bytes)
        for (const { lines } of encodingPreviews(bytes, found)) {
          assert.ok(lines.every((line) => line.length <= 160 && keptText(line) === line))
        }
      }),
      { seed, numRuns: 200 },
    )
  })
})
