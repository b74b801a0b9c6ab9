import { cast } from '#modules/alliance'
import type { CallDefinition, ReviewPlan } from '../rules/questions.ts'
import type { CallTexts } from '../service/calls.ts'

const { organisations } = cast
const dayMs = 24 * 60 * 60_000

/** The fixed ids of the demonstration's calls. */
export const seededCalls = {
  open: '01980000-0030-7000-8000-000000000001',
  closed: '01980000-0030-7000-8000-000000000002',
  reviewed: '01980000-0030-7000-8000-000000000003',
  referred: '01980000-0030-7000-8000-000000000004',
} as const

/** What an internal selection for an exchange asks; invented, after what universities publish. */
const definition: CallDefinition = {
  questions: [
    {
      id: 'q1',
      kind: 'step',
      label: {
        en: 'Your studies',
        'zh-Hans': '学习情况',
        th: 'การเรียนของท่าน',
        ko: '학업',
        fr: 'Vos études',
      },
      hint: {},
      required: false,
      most: null,
      options: [],
    },
    {
      id: 'q2',
      kind: 'number',
      label: {
        en: 'Grade point average so far',
        'zh-Hans': '目前平均绩点',
        th: 'คะแนนเฉลี่ยสะสม (GPAX)',
        ko: '현재 평점 평균',
        fr: 'Moyenne générale à ce jour',
      },
      hint: {
        en: 'On the scale of 4.00, as your transcript has it.',
        'zh-Hans': '按 4.00 制，以成绩单为准。',
        th: 'ตามระบบ 4.00 ในใบแสดงผลการศึกษา',
        ko: '4.00 만점, 성적증명서 기준.',
        fr: 'Sur 4,00, comme sur votre relevé.',
      },
      required: true,
      most: null,
      options: [],
    },
    {
      id: 'q3',
      kind: 'yes-no',
      label: {
        en: 'I will still be enrolled after I come back',
        'zh-Hans': '交换结束后我仍在籍',
        th: 'เมื่อกลับมาข้าพเจ้ายังมีสถานภาพนักศึกษา',
        ko: '귀국 후에도 재학 중입니다',
        fr: 'Je serai encore inscrit(e) à mon retour',
      },
      hint: {},
      required: true,
      most: null,
      options: [],
    },
    {
      id: 'q4',
      kind: 'step',
      label: {
        en: 'Your reasons',
        'zh-Hans': '申请理由',
        th: 'เหตุผลของท่าน',
        ko: '지원 동기',
        fr: 'Vos raisons',
      },
      hint: {},
      required: false,
      most: null,
      options: [],
    },
    {
      id: 'q5',
      kind: 'long-text',
      label: {
        en: 'What do you want to learn there, and what will you do with it here?',
        'zh-Hans': '您希望在对方院校学到什么？回校后如何运用？',
        th: 'ท่านต้องการเรียนรู้อะไร และจะนำกลับมาใช้อย่างไร',
        ko: '그곳에서 무엇을 배우고, 돌아와서 어떻게 쓰고 싶습니까?',
        fr: 'Que voulez-vous y apprendre, et qu’en ferez-vous ici ?',
      },
      hint: {},
      required: true,
      most: 2000,
      options: [],
    },
    {
      id: 'q6',
      kind: 'step',
      label: {
        en: 'Where to',
        'zh-Hans': '志愿院校',
        th: 'สถาบันที่ต้องการไป',
        ko: '희망 대학',
        fr: 'Où',
      },
      hint: {},
      required: false,
      most: null,
      options: [],
    },
    {
      id: 'q7',
      kind: 'destinations',
      label: {
        en: 'Your wishes in order',
        'zh-Hans': '按顺序填写志愿',
        th: 'อันดับที่ต้องการ',
        ko: '희망 순위',
        fr: 'Vos vœux, dans l’ordre',
      },
      hint: {},
      required: true,
      most: 3,
      options: [],
    },
    {
      id: 'q8',
      kind: 'file',
      label: {
        en: 'Certificate of language',
        'zh-Hans': '语言水平证明',
        th: 'ผลทดสอบภาษา',
        ko: '어학 성적 증명',
        fr: 'Attestation de langue',
      },
      hint: {},
      required: false,
      most: 2,
      options: [],
    },
  ],
  destinations: [
    {
      id: 'd1',
      organisationId: organisations.ruc,
      name: {
        en: 'Renmin University of China',
        'zh-Hans': '中国人民大学',
        th: 'มหาวิทยาลัยประชาชนจีน',
        ko: '중국인민대학',
        fr: 'Université du peuple de Chine',
      },
      seats: 1,
    },
    {
      id: 'd2',
      organisationId: organisations.saebyeok,
      name: {
        en: 'Saebyeok University of Arts',
        'zh-Hans': '黎明艺术大学',
        th: 'มหาวิทยาลัยศิลปะแซบยอก',
        ko: '새벽예술대학교',
        fr: 'Université des arts Saebyeok',
      },
      seats: 1,
    },
    {
      id: 'd3',
      organisationId: organisations.rhone,
      name: {
        en: 'Rhône School of Arts',
        'zh-Hans': '罗讷艺术学院',
        th: 'วิทยาลัยศิลปะโรน',
        ko: '론 예술학교',
        fr: 'École des arts du Rhône',
      },
      seats: 2,
    },
  ],
  appealDays: 7,
  eligibility: [
    { kind: 'enrolled-here' },
    { kind: 'answer-at-least', questionId: 'q2', atLeast: '2.75' },
    { kind: 'answer-yes', questionId: 'q3' },
  ],
}

const summaries = {
  en: 'One term abroad at a member of the alliance, tuition waived. Credit is recognised by your faculty before you leave.\n\nThe international office selects by grade point average and your wishes; everybody gets the result at the same moment.',
  'zh-Hans':
    '赴联盟成员院校学习一学期，免学费。学分由所在学院在出发前确认认定方案。\n\n国际处按平均绩点与志愿选拔，结果统一公布。',
  th: 'ไปเรียนหนึ่งภาคการศึกษาที่สถาบันสมาชิก โดยยกเว้นค่าเล่าเรียน คณะพิจารณาการเทียบโอนหน่วยกิตก่อนเดินทาง\n\nสำนักงานวิเทศสัมพันธ์คัดเลือกตามคะแนนเฉลี่ยสะสมและอันดับที่เลือก และประกาศผลพร้อมกัน',
  ko: '연합 회원 대학에서 한 학기를 수학하며 등록금이 면제됩니다. 학점은 출국 전에 소속 학부가 인정 계획을 확인합니다.\n\n국제처가 평점과 희망 순위에 따라 선발하며 결과는 모두에게 동시에 발표합니다.',
  fr: 'Un semestre chez un membre de l’alliance, sans frais d’inscription. Votre faculté convient de la reconnaissance des crédits avant le départ.\n\nLe service international sélectionne selon la moyenne et vos vœux ; tout le monde reçoit le résultat au même moment.',
}

/** The criteria of a selection that reviewers make. */
const review: ReviewPlan = {
  each: 2,
  criteria: [
    {
      id: 'c1',
      label: {
        en: 'Reasons for this studio',
        'zh-Hans': '参加工作坊的理由',
        th: 'เหตุผลที่เลือกสตูดิโอนี้',
        ko: '지원 동기',
        fr: 'Raisons de choisir cet atelier',
      },
      most: 5,
      weight: 2,
    },
    {
      id: 'c2',
      label: {
        en: 'Use at home',
        'zh-Hans': '回校后的运用',
        th: 'การนำกลับมาใช้',
        ko: '귀국 후 활용',
        fr: 'Usage au retour',
      },
      most: 10,
      weight: 1,
    },
  ],
}

function textsOf(
  titles: CallTexts['titles'],
  now: Date,
  days: [number, number, number],
): CallTexts {
  const at = (offset: number, hour: number) => {
    const day = new Date(now.getTime() + offset * dayMs).toISOString().slice(0, 10)
    return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`)
  }
  return {
    titles,
    summaries,
    languages: ['th', 'en'],
    opens_at: at(days[0], 9),
    closes_at: at(days[1], 17),
    results_at: at(days[2], 10),
    decide_by: 'quota',
    merit_question: 'q2',
    blind: false,
    reply_days: 7,
  }
}

/** The call that students can apply to now. */
export function currentCall(now: Date) {
  const titles = {
    en: 'Exchange in the second term: internal selection',
    'zh-Hans': '第二学期交换生校内选拔',
    th: 'คัดเลือกนักศึกษาแลกเปลี่ยน ภาคการศึกษาที่ 2',
    ko: '2학기 교환학생 교내 선발',
    fr: 'Échange du second semestre : sélection interne',
  }
  return { id: seededCalls.open, definition, texts: textsOf(titles, now, [-10, 20, 35]) }
}

/** The call whose applications wait for their decisions. */
export function closedCall(now: Date) {
  const titles = {
    en: 'Summer studio of craft and media: internal selection',
    'zh-Hans': '工艺与媒体暑期工作坊校内选拔',
    th: 'คัดเลือกผู้เข้าร่วมสตูดิโอฤดูร้อน งานหัตถกรรมและสื่อ',
    ko: '공예와 미디어 여름 스튜디오 교내 선발',
    fr: 'Atelier d’été « artisanat et médias » : sélection interne',
  }
  return { id: seededCalls.closed, definition, texts: textsOf(titles, now, [-30, -3, 9]) }
}

/** The call whose applications are being reviewed, without names. */
export function reviewedCall(now: Date) {
  const titles = {
    en: 'Residency at the museum: internal selection',
    'zh-Hans': '博物馆驻留项目校内选拔',
    th: 'คัดเลือกผู้พำนักสร้างสรรค์ ณ พิพิธภัณฑ์',
    ko: '박물관 레지던시 교내 선발',
    fr: 'Résidence au musée : sélection interne',
  }
  const texts = { ...textsOf(titles, now, [-25, -2, 16]), merit_question: null }
  return { id: seededCalls.reviewed, definition: { ...definition, review }, texts }
}

/** The call that wants a reference from whoever applies. */
export function referredCall(now: Date): {
  id: string
  definition: CallDefinition
  texts: CallTexts
} {
  const titles = {
    en: 'Craft research fellowship: applications with a reference',
    'zh-Hans': '工艺研究奖学金：须附推荐信',
    th: 'ทุนวิจัยงานหัตถกรรม (ต้องมีหนังสือรับรอง)',
    ko: '공예 연구 펠로십: 추천서 필요',
    fr: 'Bourse de recherche sur l’artisanat : avec recommandation',
  }
  const asked = definition.questions.filter(({ id }) => id === 'q4' || id === 'q5')
  const texts = {
    ...textsOf(titles, now, [-5, 25, 45]),
    decide_by: 'choice' as const,
    merit_question: null,
  }
  return {
    id: seededCalls.referred,
    definition: {
      questions: asked,
      destinations: [
        {
          id: 'd1',
          organisationId: null,
          name: {
            en: 'Craft research fund',
            'zh-Hans': '工艺研究基金',
            th: 'กองทุนวิจัยงานหัตถกรรม',
            ko: '공예 연구 기금',
            fr: 'Fonds de recherche sur l’artisanat',
          },
          seats: 3,
          budget: { currency: 'THB', totalMinor: '10000000', awardMinor: '3000000' },
        },
      ],
      eligibility: definition.eligibility.filter(({ kind }) => kind === 'enrolled-here'),
      references: { each: 1, shown: false },
    },
    texts,
  }
}
