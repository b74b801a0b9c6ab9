import type { Seeding } from '#kernel/http'
import { seedRound } from './seed-parts.ts'

/** Invented students with their country, languages, field and wishes. */
const students: readonly (readonly string[])[] = [
  [
    'ชลธิชา รุ่งเรือง',
    'TH',
    'th en',
    'Textiles',
    'ผศ. ดร. อรุณี ศรีสวัสดิ์',
    'Naree Wongkham',
    'Claire Fontaine',
  ],
  ['ปิยะพงษ์ สายทอง', 'TH', 'th en', 'Data', 'Prof. Daniel Okoro', 'Kitti Lertpanya'],
  ['มณีรัตน์ จันทร์แก้ว', 'TH', 'th', 'Textiles', 'ผศ. ดร. อรุณี ศรีสวัสดิ์', 'Naree Wongkham'],
  ['ณัฐวุฒิ แสนสุข', 'TH', 'th en zh', 'Museums', 'Prof. 何静', '高明'],
  ['วริศรา พงษ์ไพร', 'TH', 'th en', 'Film', 'Dr. 한지우'],
  ['宋雨晴', 'CN', 'zh en', 'Museums', 'Prof. 何静', '高明', 'Claire Fontaine'],
  ['韩宇轩', 'CN', 'zh en', 'Data', 'Prof. Daniel Okoro', '高明'],
  ['罗诗涵', 'CN', 'zh', 'Museums', 'Prof. 何静', '高明'],
  ['冯子墨', 'CN', 'zh en fr', 'Textiles', 'Claire Fontaine'],
  ['배수진', 'KR', 'ko en', 'Film', 'Dr. 한지우', '오세훈 PD'],
  ['문태오', 'KR', 'ko en', 'Film', 'Dr. 한지우', '오세훈 PD'],
  ['서하린', 'KR', 'ko', 'Data', '오세훈 PD'],
  ['Margaux Vidal', 'FR', 'fr en', 'Textiles', 'Claire Fontaine', 'Prof. Daniel Okoro'],
  ['Hugo Lemoine', 'FR', 'fr en', 'Data'],
  ['Sana Belkacem', 'FR', 'fr', 'Museums', 'Claire Fontaine'],
]

/** Invented mentors with kind, students at most, languages, field, country, and whom they would like. */
const mentors: readonly (readonly string[])[] = [
  ['ผศ. ดร. อรุณี ศรีสวัสดิ์', 'academic', '3', 'th en', 'Textiles', 'TH', 'มณีรัตน์ จันทร์แก้ว'],
  ['Prof. Daniel Okoro', 'academic', '4', 'en fr', 'Data', 'TH'],
  ['Prof. 何静', 'academic', '4', 'zh en', 'Museums', 'CN', '宋雨晴', '罗诗涵'],
  ['Dr. 한지우', 'academic', '3', 'ko en', 'Film', 'KR', '배수진'],
  ['Dr. Élodie Marchand', 'academic', '2', 'fr en', 'Museums', 'FR'],
  ['Naree Wongkham', 'industry', '3', 'th en', 'Textiles', 'TH', 'ชลธิชา รุ่งเรือง'],
  ['Kitti Lertpanya', 'industry', '3', 'th en', 'Data', 'TH'],
  ['高明', 'industry', '4', 'zh en', 'Museums', 'CN', '韩宇轩'],
  ['오세훈 PD', 'industry', '2', 'ko en', 'Film', 'KR', '문태오'],
  ['Claire Fontaine', 'industry', '4', 'fr en', 'Textiles', 'FR', 'Margaux Vidal'],
]

/** A round that gave every student an academic and an industry mentor; then one of these had to drop out. */
export async function seedMentors(seeding: Seeding): Promise<void> {
  const wide = (rows: typeof students, width: number) =>
    rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
  await seedRound(seeding, {
    name: 'Two mentors for each exchange student, 2027',
    about: 'Invented students and mentors of the demonstration.',
    kind: 'mentors',
    daysAgo: 18,
    lists: {
      applicants: {
        header: ['Student', 'Country', 'Languages', 'Field', '1st', '2nd', '3rd'],
        rows: wide(students, 7),
      },
      places: {
        header: [
          'Mentor',
          'Kind',
          'Students at most',
          'Languages',
          'Field',
          'Country',
          'Would like 1',
          'Would like 2',
        ],
        rows: wide(mentors, 8),
      },
      // They are of one family.
      pairs: { header: ['Student', 'Mentor'], rows: [['ปิยะพงษ์ สายทอง', 'Kitti Lertpanya']] },
    },
    runs: [
      { method: 'coupled-mentors', daysAgo: 11, publish: 10 },
      { without: { side: 'place', number: 6 }, daysAgo: 3 },
    ],
  })
}
