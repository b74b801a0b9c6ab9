import { cast } from '#modules/alliance'
import type { LocalText } from '#kernel/values'
import { seededHosts, type SeededHost, type SeededPosition } from './seed-parts.ts'

const { people } = cast

/** Two hosts that give their places in rounds; people and addresses are invented. */
export const roundHosts: readonly SeededHost[] = [
  {
    id: '01980000-0021-7000-8000-000000000005',
    hostOrganisationId: null,
    name: 'หอภาพล้านนา',
    country: 'TH',
    city: 'Chiang Mai',
    timeZone: 'Asia/Bangkok',
    tutor: { name: 'คำแก้ว สิงห์คำ', email: 'khamkaew@hophap.example' },
    signatory: { name: 'อินสอน ใจวงศ์', email: 'inson@hophap.example' },
    papers: 'ใบอนุญาตจัดตั้งพิพิธภัณฑ์เอกชน 2567 และกรมธรรม์อุบัติเหตุของผู้ฝึกงาน',
    sector: 'application',
    isVetted: true,
  },
  {
    id: '01980000-0021-7000-8000-000000000006',
    hostOrganisationId: null,
    name: '梧桐皮影动画',
    country: 'CN',
    city: 'Hangzhou',
    timeZone: 'Asia/Shanghai',
    tutor: { name: '沈若谷', email: 'shen.ruogu@wutong.example' },
    signatory: { name: '叶知秋', email: 'ye.zhiqiu@wutong.example' },
    papers: '营业执照副本 2026-05；与两所高校的实习基地协议',
    sector: 'industry',
    isVetted: true,
  },
]

const [studio, picturesHouse, shadows] = [
  seededHosts[1].id,
  roundHosts[0]!.id,
  roundHosts[1]!.id,
] as const

/** The three positions of the round that is over. */
export const autumnPositions: readonly SeededPosition[] = [
  {
    id: '01980000-0022-7000-8000-000000000011',
    hostId: studio,
    titles: {
      en: 'Photographing a loan of costumes',
      'zh-Hans': '借展服饰拍摄',
      th: 'ถ่ายภาพชุดแต่งกายที่ยืมจัดแสดง',
      ko: '대여 의상 사진 촬영',
      fr: 'Photographier un prêt de costumes',
    },
    descriptions: {
      en: 'You photograph forty costumes with the conservator and prepare the pictures for the catalogue.',
      'zh-Hans': '与文物保护师一起拍摄四十件服饰，并为图录整理图片。',
      th: 'ถ่ายภาพชุดแต่งกายสี่สิบชุดร่วมกับนักอนุรักษ์ และเตรียมภาพสำหรับสูจิบัตร',
      ko: '보존 전문가와 함께 의상 마흔 벌을 촬영하고 도록용 사진을 정리합니다.',
      fr: 'Vous photographiez quarante costumes avec la restauratrice et préparez les images du catalogue.',
    },
    places: 2,
    startsIn: 18,
    lastsDays: 70,
    applyIn: -31,
    hoursPerWeek: 24,
    mode: 'site',
    language: 'en',
    languageLevel: 'B1',
    stipend: { minor: 600_000, currency: 'THB' },
    field: '0211',
    skills: ['Photography', 'Documentation'],
  },
  {
    id: '01980000-0022-7000-8000-000000000012',
    hostId: picturesHouse,
    titles: {
      en: 'Subtitles for the voices of weavers',
      'zh-Hans': '织工口述史字幕',
      th: 'ทำคำบรรยายเสียงเล่าของช่างทอ',
      ko: '직공 구술 영상의 자막 작업',
      fr: 'Sous-titrer la parole des tisserandes',
    },
    descriptions: {
      en: 'You subtitle interviews with weavers of the north and note who may show which film.',
      'zh-Hans': '为泰北织工的访谈制作字幕，并记录每部影片的放映权。',
      th: 'ทำคำบรรยายบทสัมภาษณ์ช่างทอภาคเหนือ และบันทึกว่าใครมีสิทธิ์ฉายภาพยนตร์เรื่องใด',
      ko: '태국 북부 직공의 인터뷰에 자막을 달고 영상마다 상영 권한을 기록합니다.',
      fr: 'Vous sous-titrez des entretiens avec des tisserandes du Nord et notez qui peut montrer quel film.',
    },
    places: 1,
    startsIn: 25,
    lastsDays: 84,
    applyIn: -31,
    hoursPerWeek: 20,
    mode: 'hybrid',
    language: 'en',
    languageLevel: 'B1',
    stipend: null,
    field: '0322',
    skills: ['Subtitling', 'Documentation'],
  },
  {
    id: '01980000-0022-7000-8000-000000000013',
    hostId: shadows,
    titles: {
      en: 'Storyboards after shadow plays',
      'zh-Hans': '皮影戏改编分镜',
      th: 'สตอรีบอร์ดจากละครเงา',
      ko: '그림자극을 옮긴 스토리보드',
      fr: 'Scénarimages d’après le théâtre d’ombres',
    },
    descriptions: {
      en: 'You draw storyboards after three shadow plays and review them with the players of the troupe.',
      'zh-Hans': '根据三出皮影戏绘制分镜，并与班社艺人共同审阅。',
      th: 'วาดสตอรีบอร์ดจากละครเงาสามเรื่อง และตรวจทานร่วมกับศิลปินของคณะ',
      ko: '그림자극 세 편을 스토리보드로 그리고 극단의 연희자와 함께 검토합니다.',
      fr: 'Vous dessinez des scénarimages d’après trois pièces d’ombres et les revoyez avec la troupe.',
    },
    places: 1,
    startsIn: 32,
    lastsDays: 90,
    applyIn: -31,
    hoursPerWeek: 30,
    mode: 'site',
    language: 'zh',
    languageLevel: 'B2',
    stipend: { minor: 240_000, currency: 'CNY' },
    field: '0211',
    skills: ['Drawing', 'Storyboards'],
  },
]

/** The four positions of the round in which students still wish. */
export const springPositions: readonly SeededPosition[] = [
  {
    id: '01980000-0022-7000-8000-000000000021',
    hostId: studio,
    titles: {
      en: 'A small show of indigo',
      'zh-Hans': '靛蓝小型展览',
      th: 'นิทรรศการย่อยเรื่องคราม',
      ko: '쪽빛 소규모 전시',
      fr: 'Une petite exposition sur l’indigo',
    },
    descriptions: {
      en: 'You plan a show of twelve objects from the first list to the labels on the wall.',
      'zh-Hans': '从拟定清单到撰写展签，完整筹备十二件展品的小展。',
      th: 'วางแผนนิทรรศการสิบสองชิ้น ตั้งแต่บัญชีวัตถุจนถึงป้ายคำบรรยาย',
      ko: '작품 열두 점의 전시를 목록 작성부터 설명문까지 준비합니다.',
      fr: 'Vous préparez une exposition de douze objets, de la liste aux cartels.',
    },
    places: 2,
    startsIn: 60,
    lastsDays: 84,
    applyIn: 12,
    hoursPerWeek: 28,
    mode: 'site',
    language: 'en',
    languageLevel: 'B1',
    stipend: { minor: 600_000, currency: 'THB' },
    field: '0322',
    skills: ['Documentation', 'Exhibition design'],
  },
  {
    id: '01980000-0022-7000-8000-000000000022',
    hostId: picturesHouse,
    titles: {
      en: 'Restoring sound of old films',
      'zh-Hans': '老影片声音修复',
      th: 'ซ่อมเสียงภาพยนตร์เก่า',
      ko: '옛 영화의 음향 복원',
      fr: 'Restaurer le son de films anciens',
    },
    descriptions: {
      en: 'You clean the sound of six films of festivals and write down what you changed.',
      'zh-Hans': '修复六部节庆影片的声音，并逐一记录所作改动。',
      th: 'ทำความสะอาดเสียงภาพยนตร์งานประเพณีหกเรื่อง และบันทึกสิ่งที่แก้ไข',
      ko: '축제 영화 여섯 편의 음향을 복원하고 바꾼 내용을 기록합니다.',
      fr: 'Vous nettoyez le son de six films de fêtes et consignez chaque changement.',
    },
    places: 1,
    startsIn: 62,
    lastsDays: 90,
    applyIn: 12,
    hoursPerWeek: 20,
    mode: 'hybrid',
    language: 'en',
    languageLevel: 'B1',
    stipend: null,
    field: '0211',
    skills: ['Sound editing', 'Documentation'],
  },
  {
    id: '01980000-0022-7000-8000-000000000023',
    hostId: shadows,
    titles: {
      en: 'Cutting figures for a shadow film',
      'zh-Hans': '皮影动画人物雕刻',
      th: 'แกะตัวละครสำหรับภาพยนตร์เงา',
      ko: '그림자 영화의 인형 제작',
      fr: 'Découper les figures d’un film d’ombres',
    },
    descriptions: {
      en: 'You cut and colour figures with a master of the craft and scan them for animation.',
      'zh-Hans': '跟随匠人雕刻、上色皮影人物，并扫描用于动画。',
      th: 'แกะและลงสีตัวละครกับครูช่าง แล้วสแกนเพื่อใช้ในงานแอนิเมชัน',
      ko: '장인과 함께 인형을 깎고 칠한 뒤 애니메이션용으로 스캔합니다.',
      fr: 'Vous découpez et colorez des figures avec un maître, puis les numérisez pour l’animation.',
    },
    places: 1,
    startsIn: 66,
    lastsDays: 80,
    applyIn: 12,
    hoursPerWeek: 30,
    mode: 'site',
    language: 'zh',
    languageLevel: 'B1',
    stipend: { minor: 240_000, currency: 'CNY' },
    field: '0212',
    skills: ['Drawing', 'Paper cutting'],
  },
  {
    id: '01980000-0022-7000-8000-000000000024',
    hostId: seededHosts[2].id,
    titles: {
      en: 'Colour books of a silk workshop',
      'zh-Hans': '丝绸作坊色谱整理',
      th: 'สมุดเทียบสีของโรงทอผ้าไหม',
      ko: '견직 공방의 색상 견본첩',
      fr: 'Les carnets de couleurs d’un atelier de soie',
    },
    descriptions: {
      en: 'You measure the colours of three sample books and make them readable for a loom of today.',
      'zh-Hans': '测量三册样本的颜色，并转换为现代织机可用的色号。',
      th: 'วัดสีจากสมุดตัวอย่างสามเล่ม และแปลงให้เครื่องทอปัจจุบันใช้ได้',
      ko: '견본첩 세 권의 색을 측정해 오늘의 직기에서 쓸 수 있게 옮깁니다.',
      fr: 'Vous mesurez les couleurs de trois carnets et les rendez lisibles pour un métier actuel.',
    },
    places: 1,
    startsIn: 75,
    lastsDays: 110,
    applyIn: 12,
    hoursPerWeek: 35,
    mode: 'site',
    language: 'fr',
    languageLevel: 'B1',
    stipend: { minor: 65_000, currency: 'EUR' },
    field: '0212',
    skills: ['Colour measurement', 'Documentation'],
  },
]

/** A round of the demonstration, its days counted from the demonstration's own. */
export interface SeededRound {
  id: string
  titles: LocalText
  positions: readonly SeededPosition[]
  openedAgo: number
  wishesIn: number
  ranksIn: number
  answerIn: number
  wishes: readonly SeededWishes[]
}

/** What one student wishes, in order, and why. */
interface SeededWishes {
  personId: string
  daysAgo: number
  positionIds: readonly string[]
  motivation: string
}

const [costumes, voices, storyboards] = autumnPositions.map(({ id }) => id) as [
  string,
  string,
  string,
]
const [indigo, sound, figures] = springPositions.map(({ id }) => id) as [string, string, string]

/** The round that is over: four were offered a place at first, one passed on, and one was left without. */
export const autumnRound: SeededRound = {
  id: '01980000-0023-7000-8000-000000000001',
  titles: {
    en: 'Internships at the turn of the year',
    'zh-Hans': '岁末年初实习志愿轮次',
    th: 'รอบฝึกงานช่วงเปลี่ยนปี',
    ko: '연말연시 인턴십 라운드',
    fr: 'Session de stages du tournant de l’année',
  },
  positions: autumnPositions,
  openedAgo: 40,
  wishesIn: -31,
  ranksIn: -24,
  answerIn: -14,
  wishes: [
    {
      personId: people.studentKanyarat,
      daysAgo: 36,
      positionIds: [voices, costumes],
      motivation: 'หนูพูดคำเมืองได้ และเคยทำคำบรรยายให้ชมรมภาพยนตร์ของคณะ',
    },
    {
      personId: people.studentThanawat,
      daysAgo: 35,
      positionIds: [voices, costumes],
      motivation: 'ผมถ่ายภาพวัตถุให้พิพิธภัณฑ์ของคณะมาสองปี และอยากเรียนรู้งานเสียง',
    },
    {
      personId: people.studentWang,
      daysAgo: 35,
      positionIds: [storyboards, costumes],
      motivation: '我的毕业设计以皮影戏为题，希望在实践中学习分镜。',
    },
    {
      personId: people.studentSun,
      daysAgo: 34,
      positionIds: [storyboards],
      motivation: '我在社团做过两部短片的分镜，也学过三年皮影雕刻。',
    },
    {
      personId: people.studentPark,
      daysAgo: 33,
      positionIds: [voices],
      motivation: '다큐멘터리 자막을 만들어 왔고 태국어를 배우고 있습니다.',
    },
    {
      personId: people.studentMoreau,
      daysAgo: 32,
      positionIds: [voices],
      motivation: 'Je travaille sur les gestes des tisserandes et je sous-titre en deux langues.',
    },
  ],
}

/** How the hosts of that round ranked, by position: no two alike, so that no lottery decides what everybody sees. */
export const autumnRanks: ReadonlyMap<string, readonly string[]> = new Map([
  [costumes, [people.studentThanawat, people.studentWang, people.studentKanyarat]],
  [
    voices,
    [people.studentKanyarat, people.studentThanawat, people.studentPark, people.studentMoreau],
  ],
  [storyboards, [people.studentSun, people.studentWang]],
])

/** What those who were offered a place in the first telling answered, and when. */
export const autumnAnswers: readonly {
  personId: string
  positionId: string
  daysAgo: number
  answer: 'accepted' | 'declined'
}[] = [
  { personId: people.studentSun, positionId: storyboards, daysAgo: 21, answer: 'accepted' },
  { personId: people.studentThanawat, positionId: costumes, daysAgo: 20, answer: 'accepted' },
  { personId: people.studentWang, positionId: costumes, daysAgo: 19, answer: 'accepted' },
  { personId: people.studentKanyarat, positionId: voices, daysAgo: 17, answer: 'declined' },
]

/** Who got the place that was declined, in the second run. */
export const autumnSecond = { personId: people.studentPark, positionId: voices, daysAgo: 9 }

/** The round in which students still wish. */
export const springRound: SeededRound = {
  id: '01980000-0023-7000-8000-000000000002',
  titles: {
    en: 'Spring internships',
    'zh-Hans': '春季实习志愿轮次',
    th: 'รอบฝึกงานฤดูใบไม้ผลิ',
    ko: '봄 인턴십 라운드',
    fr: 'Session de stages de printemps',
  },
  positions: springPositions,
  openedAgo: 6,
  wishesIn: 12,
  ranksIn: 19,
  answerIn: 30,
  wishes: [
    {
      personId: people.studentKanyarat,
      daysAgo: 4,
      positionIds: [indigo, figures],
      motivation: 'หนูย้อมครามกับคุณยายมาตั้งแต่เด็ก และอยากจัดนิทรรศการของตัวเองสักครั้ง',
    },
    {
      personId: people.studentMoreau,
      daysAgo: 2,
      positionIds: [sound, indigo],
      motivation: 'J’ai restauré le son de deux courts métrages dans mon école.',
    },
  ],
}
