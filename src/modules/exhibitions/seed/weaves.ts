import type { LocalText } from '#kernel/values'
import { cast } from '#modules/alliance'
import type { ObjectDetails } from '../service/objects.ts'
import type { WeaveName } from '../weaving/patterns.ts'

/** The draft of the first weave hangs beside it, and is seen as it becomes cloth; the loom stands among its cloths. */
export type SeededName = WeaveName | 'draft' | 'loom' | 'film' | 'heddle' | 'notebook'

const { organisations, people } = cast

/** A woven pattern of the demonstration: who holds its drawing, and what is said of it. */
export interface SeededWeave {
  id: string
  name: SeededName
  organisationId: string
  personId: string
  details: ObjectDetails
  alts: LocalText
}

const idOf = (number: number) => `01980000-0041-7000-8000-${number.toString(16).padStart(12, '0')}`

/** In the order of the languages: English, Chinese, Thai, Korean, French. */
type InFive = readonly [en: string, zh: string, th: string, ko: string, fr: string]

/** A text by language, from its five readings; French keeps its spaces at signs on the line. */
export function inFive([en, zh, th, ko, fr]: InFive): LocalText {
  return { en, 'zh-Hans': zh, th, ko, fr: fr.replace(/ (?=[:;?!»])/g, '\u00a0') }
}

const materials = inFive([
  'Drawing, computed thread by thread from the weave',
  '图像，依织法逐根丝线计算而成',
  'ภาพวาดที่คำนวณทีละเส้นด้ายจากวิธีทอ',
  '직조법에 따라 한 올씩 계산한 그림',
  'Dessin calculé fil à fil d’après l’armure',
])

export const museum = {
  organisationId: organisations.museum,
  personId: people.curator,
  prefix: 'MLW-2026-1',
}
export const school = {
  organisationId: organisations.pku,
  personId: people.coordinatorPku,
  prefix: 'PKU-W-2',
}

const credits = {
  [organisations.museum]: inFive([
    'Museum of Living Weaves',
    '活态织造博物馆',
    'พิพิธภัณฑ์ผ้าทอมีชีวิต',
    '살아 있는 직물 박물관',
    'Musée des tissages vivants',
  ]),
  [organisations.pku]: inFive([
    'School of Arts, Peking University',
    '北京大学艺术学院',
    'คณะศิลปกรรม มหาวิทยาลัยปักกิ่ง',
    '베이징대학교 예술학원',
    'École des arts, université de Pékin',
  ]),
}

interface Told {
  title: InFive
  place: InFive
  alt: InFive
  about: InFive
}

export function woven(
  number: number,
  name: SeededName,
  holder: typeof museum | typeof school,
  told: Told,
): SeededWeave {
  const { organisationId, personId, prefix } = holder
  return {
    id: idOf(number),
    name,
    organisationId,
    personId,
    alts: inFive(told.alt),
    details: {
      kind: 'object',
      inventory_number: `${prefix}${String(number).padStart(2, '0')}`,
      titles: inFive(told.title),
      descriptions: inFive(told.about),
      makers: [],
      made_from: 2026,
      made_until: 2026,
      made_about: false,
      periods: {},
      places: inFive(told.place),
      materials,
      dimensions: null,
      provenances: {},
      credit_lines: credits[organisationId]!,
      rights_uri: 'http://creativecommons.org/publicdomain/zero/1.0/',
      rights_holder: null,
      access: 'open',
      season_from: null,
      season_until: null,
    },
  }
}

export const thailand = {
  isan: [
    'Northeastern Thailand',
    '泰国东北部',
    'ภาคตะวันออกเฉียงเหนือ ประเทศไทย',
    '태국 동북부',
    'Nord-est de la Thaïlande',
  ],
  nan: ['Nan, Thailand', '泰国难府', 'น่าน ประเทศไทย', '태국 난', 'Nan, Thaïlande'],
  lamphun: ['Lamphun, Thailand', '泰国南奔', 'ลำพูน ประเทศไทย', '태국 람푼', 'Lamphun, Thaïlande'],
  uttaradit: [
    'Uttaradit, Thailand',
    '泰国程逸',
    'อุตรดิตถ์ ประเทศไทย',
    '태국 웃따라딧',
    'Uttaradit, Thaïlande',
  ],
  all: ['Thailand', '泰国', 'ประเทศไทย', '태국', 'Thaïlande'],
} as const satisfies Record<string, InFive>

export const china = {
  guangxi: ['Guangxi, China', '中国广西', 'กว่างซี ประเทศจีน', '중국 광시', 'Guangxi, Chine'],
  wuling: [
    'Wuling mountains, China',
    '中国武陵山区',
    'เทือกเขาอู่หลิง ประเทศจีน',
    '중국 우링산맥',
    'Monts Wuling, Chine',
  ],
  jiangnan: ['Jiangnan, China', '中国江南', 'เจียงหนาน ประเทศจีน', '중국 강남', 'Jiangnan, Chine'],
} as const satisfies Record<string, InFive>

/** Patterns that weavers know by name. Each is drawn by code after the way in which it is woven; no cloth of a collection is shown. */
export const seededWeaves: readonly SeededWeave[] = [
  woven(1, 'twill', museum, {
    title: ['Diamond twill', '菱形斜纹', 'ลายขัดข้าวหลามตัด', '마름모 능직', 'Sergé losangé'],
    place: thailand.all,
    alt: [
      'Small diamonds in undyed silk on indigo, each with a point in its middle.',
      '靛蓝底上本色丝的小菱形，每个菱形中央有一点。',
      'ลายข้าวหลามตัดเล็ก ๆ สีไหมดิบบนพื้นคราม มีจุดอยู่กลางทุกช่อง',
      '쪽빛 바탕에 생사로 짠 작은 마름모들, 가운데마다 점이 하나씩 있다.',
      'De petits losanges de soie écrue sur indigo, un point au milieu de chacun.',
    ],
    about: [
      'Eight shafts, eight treadles, two colours: the smallest set of instructions from which a pattern closes into itself.',
      '八片综、八根踏杆、两种颜色：能让图案首尾相合的最简指令。',
      'แปดตะกอ แปดไม้เหยียบ สองสี เป็นคำสั่งที่น้อยที่สุดที่ทำให้ลายบรรจบกันได้เอง',
      '잉아 여덟, 발틀 여덟, 색 둘. 무늬가 스스로 맞물리는 가장 작은 지시이다.',
      'Huit lames, huit marches, deux couleurs : le plus petit jeu d’instructions dont un motif se referme sur lui-même.',
    ],
  }),
  woven(2, 'checks', museum, {
    title: [
      'Chequered cloth (pha khao ma)',
      '格纹布（帕考玛）',
      'ผ้าขาวม้า',
      '체크무늬 천(파카오마)',
      'Étoffe à carreaux (pha khao ma)',
    ],
    place: thailand.all,
    alt: [
      'Broad squares of madder and indigo, divided by thin lines of black and white.',
      '茜红与靛蓝的大方格，以黑白细线相隔。',
      'ตารางใหญ่สีแดงครั่งและคราม คั่นด้วยเส้นดำขาว',
      '꼭두서니빛과 쪽빛의 큰 칸을 흑백의 가는 줄이 나눈다.',
      'De larges carreaux garance et indigo, séparés par de fins filets noirs et blancs.',
    ],
    about: [
      'Sash, towel, hammock, bag: one cloth for every purpose. The weave is the plainest there is; the pattern is only the order of its colours.',
      '腰带、毛巾、吊床、包袱，一布多用。织法最为朴素，图案只在于色线的次序。',
      'ใช้คาดเอว เช็ดตัว ผูกเปล ห่อของ ผืนเดียวใช้ได้ทุกอย่าง วิธีทอเรียบง่ายที่สุด ลายเกิดจากลำดับสีเท่านั้น',
      '허리띠, 수건, 그물침대, 보자기로 두루 쓰는 천. 짜임은 가장 단순하고, 무늬는 오직 색실의 순서에서 나온다.',
      'Ceinture, serviette, hamac, baluchon : une étoffe pour tout. L’armure est la plus simple qui soit ; le motif n’est que l’ordre des couleurs.',
    ],
  }),
  woven(3, 'ikat', museum, {
    title: [
      'Naga ikat (mudmi)',
      '那伽絣（穆德米）',
      'ผ้ามัดหมี่ลายนาค',
      '나가 이카트(맛미)',
      'Ikat au naga (mudmi)',
    ],
    place: thailand.isan,
    alt: [
      'A dark winding band on lac red, its edges feathered, with green diamonds where it turns.',
      '紫胶红底上一条深色曲折的带纹，边缘晕开，转折处缀绿色菱形。',
      'แถบสีเข้มคดเคี้ยวบนพื้นแดงครั่ง ขอบลายพร่าเล็กน้อย มีข้าวหลามตัดสีเขียวตรงจุดหักเลี้ยว',
      '락 빛깔 바탕에 굽이치는 짙은 띠, 가장자리가 번지고 꺾이는 곳마다 초록 마름모가 있다.',
      'Une bande sombre et sinueuse sur rouge de laque, aux bords duveteux, et des losanges verts à ses tournants.',
    ],
    about: [
      'The picture is tied and dyed into the weft before a single pick is woven. On the loom the weaver only lays each thread where it fits the last; the soft edge is what is left of that care.',
      '纹样在织造之前就已扎染在纬线上。上机后织者只需让每根纬线与前一根对齐，柔和的边缘正是这份细心的痕迹。',
      'ลายถูกมัดและย้อมลงบนเส้นพุ่งก่อนจะเริ่มทอ เมื่อขึ้นกี่แล้วช่างเพียงวางเส้นให้ตรงกับเส้นก่อน ขอบลายที่พร่านุ่มคือร่องรอยของความใส่ใจนั้น',
      '무늬는 짜기 전에 씨실을 묶어 물들여 만든다. 베틀에서는 앞의 실에 맞추어 한 올씩 놓을 뿐이며, 부드럽게 번진 가장자리가 그 정성의 흔적이다.',
      'Le dessin est noué et teint dans la trame avant le premier coup de navette. Au métier, il ne reste qu’à poser chaque fil en face du précédent ; le bord flou est la trace de ce soin.',
    ],
  }),
  woven(4, 'hooks-mekong', museum, {
    title: [
      'Hooked diamonds (tin chok)',
      '钩菱纹（丁卓）',
      'ผ้าตีนจกลายขอ',
      '갈고리 마름모(띤쪽)',
      'Losanges à crochets (tin chok)',
    ],
    place: thailand.uttaradit,
    alt: [
      'Diamonds of cream silk with hooks on every side, nested in each other on lac red; smaller green ones between them.',
      '紫胶红底上层层相套的米色钩边菱形，其间有较小的绿色菱形。',
      'ลายข้าวหลามตัดสีครีมมีขอทุกด้านซ้อนกันบนพื้นแดงครั่ง ระหว่างลายมีลายเล็กสีเขียว',
      '락 빛깔 바탕에 변마다 갈고리가 달린 크림색 마름모가 겹겹이 놓이고, 사이에 작은 초록 마름모가 있다.',
      'Des losanges de soie crème garnis de crochets, emboîtés sur rouge de laque ; entre eux, de plus petits, verts.',
    ],
    about: [
      'Chok means to pick out: colour by colour, with a quill or the fingers, on the back of the cloth. The border goes to the hem of a skirt, where it is seen when one walks.',
      '“卓”意为挑：用豪猪刺或手指在布背逐色挑出花纹。织好的花边缝在筒裙下摆，行走时便能看见。',
      'จกคือการใช้ขนเม่นหรือนิ้วควักเส้นด้ายขึ้นมาทีละสีจากด้านหลังผ้า แถบลายใช้เป็นเชิงซิ่น มองเห็นเมื่อก้าวเดิน',
      '쪽은 후벼 낸다는 뜻이다. 천의 뒷면에서 가시나 손가락으로 색실을 하나하나 집어 올린다. 완성된 띠는 치마 끝단에 달려 걸을 때 드러난다.',
      'Chok veut dire cueillir : couleur après couleur, avec un piquant de porc-épic ou les doigts, sur l’envers. La bordure orne le bas de la jupe, où la marche la révèle.',
    ],
  }),
  woven(5, 'flowing-water', museum, {
    title: [
      'Flowing water (lai nam lai)',
      '流水纹（莱南莱）',
      'ผ้าลายน้ำไหล',
      '흐르는 물 무늬(라이남라이)',
      'L’eau qui coule (lai nam lai)',
    ],
    place: thailand.nan,
    alt: [
      'Steps of many colours rise to a peak and fall again, like water over stones.',
      '多彩的阶梯升起又落下，如水漫石。',
      'ลายขั้นบันไดหลากสีไล่ขึ้นถึงยอดแล้วลดลง เหมือนน้ำไหลผ่านแก่งหิน',
      '여러 빛깔의 계단이 솟았다 내려가며, 돌 위를 흐르는 물 같다.',
      'Des marches de toutes couleurs montent puis redescendent, comme l’eau sur les pierres.',
    ],
    about: [
      'Tapestry of the Tai Lue of Nan: each colour turns back where its neighbour begins, so there is no thread behind the cloth, and the steps cannot be finer than the turns.',
      '难府傣泐人的通经断纬：每种色线到邻色处折回，布背没有浮线，阶梯的粗细取决于折返。',
      'ผ้าเกาะล้วงของชาวไทลื้อเมืองน่าน เส้นพุ่งแต่ละสีวกกลับตรงที่สีถัดไปเริ่ม จึงไม่มีเส้นลอยด้านหลัง และขั้นบันไดละเอียดได้เท่าที่เส้นวกกลับ',
      '난 지방 따이르 사람들의 태피스트리. 색실은 이웃 색이 시작되는 곳에서 되돌아가므로 뒷면에 뜬 실이 없고, 계단의 크기는 되돌아가는 자리에서 정해진다.',
      'Tapisserie des Tai Lue de Nan : chaque couleur rebrousse chemin où commence la suivante ; rien ne flotte au dos, et les marches ne sont pas plus fines que les retours.',
    ],
  }),
  woven(6, 'raised-silk', museum, {
    title: [
      'Phikul blossoms (yok dok)',
      '香榄花纹（提花丝）',
      'ผ้าไหมยกดอกลายดอกพิกุล',
      '피꾼 꽃무늬(욕독)',
      'Fleurs de phikul (yok dok)',
    ],
    place: thailand.lamphun,
    alt: [
      'Golden eight-petalled flowers in a lattice of fine dots on rose-red silk.',
      '玫红丝地上细点成格，格中是金色八瓣花。',
      'ดอกไม้แปดกลีบสีทองในช่องตาข่ายจุดเล็ก บนไหมสีแดงกุหลาบ',
      '장밋빛 비단 위 가는 점의 격자 속에 금빛 여덟 잎 꽃이 놓인다.',
      'Des fleurs d’or à huit pétales dans un treillis de points, sur soie rose.',
    ],
    about: [
      'Raised silk of Lamphun: pattern heddles lift the warp so that a golden weft lies on top of it. Each row of the flower is one lifted set of threads, kept in string.',
      '南奔的提花丝绸：花综提起经线，使金纬浮于其上。花的每一行都是一组被提起的经线，用绳线记住。',
      'ผ้าไหมยกดอกเมืองลำพูน ตะกอลายยกเส้นยืนให้เส้นพุ่งสีทองลอยอยู่ด้านบน ทุกแถวของดอกคือชุดเส้นยืนหนึ่งชุดที่เก็บไว้ในเชือก',
      '람푼의 돋을무늬 비단. 무늬 잉아가 날실을 들어 올려 금빛 씨실이 위에 놓인다. 꽃의 한 줄 한 줄이 끈에 간직된 날실 묶음이다.',
      'Soie à relief de Lamphun : les lisses de dessin soulèvent la chaîne et la trame d’or reste dessus. Chaque rangée de la fleur est un groupe de fils levés, gardé dans des cordes.',
    ],
  }),
  woven(7, 'damask', school, {
    title: [
      'Key-fret damask (ling)',
      '回纹绫',
      'ผ้าหลิงลายประแจจีน',
      '뇌문 능',
      'Damas à grecques (ling)',
    ],
    place: china.jiangnan,
    alt: [
      'Square spirals in celadon and undyed silk: the same threads, turned the other way.',
      '青瓷色与本色丝的方形回旋纹：同样的丝线，换了方向。',
      'ลายก้นหอยเหลี่ยมสีศิลาดลกับสีไหมดิบ เป็นเส้นเดียวกันแต่กลับด้าน',
      '청자빛과 생사빛의 네모난 소용돌이. 같은 실을 반대로 돌렸을 뿐이다.',
      'Des spirales carrées céladon et écru : les mêmes fils, tournés dans l’autre sens.',
    ],
    about: [
      'Twill on twill: where the fret is, the warp lies above; beside it the weft does. There is no second colour to carry the pattern, only the light on threads that run the other way.',
      '斜纹上的斜纹：有纹处经线在上，无纹处纬线在上。图案不靠另一种颜色，只靠丝线方向不同而生的光泽。',
      'ลายสองบนลายสอง ตรงที่เป็นลายเส้นยืนอยู่บน นอกลายเส้นพุ่งอยู่บน ลายไม่ได้เกิดจากสีที่สอง แต่จากแสงบนเส้นไหมที่วิ่งคนละทาง',
      '능직 위의 능직. 무늬에서는 날실이, 바탕에서는 씨실이 위에 놓인다. 다른 색이 아니라 방향이 다른 실에 비친 빛이 무늬가 된다.',
      'Sergé sur sergé : dans la grecque la chaîne est dessus, à côté c’est la trame. Nulle seconde couleur pour porter le motif, seulement la lumière sur des fils d’un autre sens.',
    ],
  }),
  woven(8, 'hooks-wuling', school, {
    title: [
      'Forty-eight hooks (xilankapu)',
      '四十八勾（西兰卡普）',
      'ลายสี่สิบแปดขอ (ซีหลานข่าผู่)',
      '마흔여덟 갈고리(시란카푸)',
      'Quarante-huit crochets (xilankapu)',
    ],
    place: china.wuling,
    alt: [
      'Diamonds of madder and yellow with hooks on every side, nested in each other on black.',
      '黑地上层层相套的茜红与黄色钩边菱形。',
      'ลายข้าวหลามตัดสีแดงและเหลืองมีขอทุกด้าน ซ้อนกันบนพื้นดำ',
      '검은 바탕에 변마다 갈고리가 달린 붉고 노란 마름모가 겹겹이 놓인다.',
      'Des losanges garance et jaunes garnis de crochets, emboîtés sur fond noir.',
    ],
    about: [
      'Bed covers of the Tujia are woven from the back, the pattern counted and never drawn. The number in its name is the number of hooks: a way to say a cloth aloud.',
      '土家族织锦从背面织成，纹样靠数而不靠画。名字里的数目就是钩的数目：一种把织物念出来的方法。',
      'ผ้าคลุมเตียงของชาวถู่เจียทอจากด้านหลัง ลายใช้วิธีนับไม่ใช่วาด ตัวเลขในชื่อคือจำนวนขอ เป็นวิธีเอ่ยผ้าออกมาเป็นคำพูด',
      '투자족의 이불감은 뒷면에서 짠다. 무늬는 그리지 않고 센다. 이름 속의 수가 갈고리의 수이니, 천을 소리 내어 말하는 방법이다.',
      'Les couvertures des Tujia se tissent par l’envers ; le motif se compte et ne se dessine jamais. Le nombre de son nom est celui des crochets : une façon de dire une étoffe à voix haute.',
    ],
  }),
  woven(9, 'suns', school, {
    title: [
      'Suns in a lattice (Zhuang brocade)',
      '菱格太阳纹（壮锦）',
      'ลายตะวันในตาข่าย (ผ้าจ้วง)',
      '격자 속의 해(좡족 비단)',
      'Soleils en treillis (brocart zhuang)',
    ],
    place: china.guangxi,
    alt: [
      'A red lattice on dark blue with an eight-rayed star in each field, yellow, blue and white.',
      '深蓝底上的红色菱格，每格一颗黄、蓝、白的八芒星。',
      'ตาข่ายสีแดงบนพื้นน้ำเงินเข้ม แต่ละช่องมีดาวแปดแฉกสีเหลือง ฟ้า และขาว',
      '짙은 남색 바탕의 붉은 격자, 칸마다 노랑·파랑·하양의 여덟 갈래 별이 있다.',
      'Un treillis rouge sur bleu nuit, une étoile à huit rais jaune, bleue et blanche dans chaque case.',
    ],
    about: [
      'On the loom of the Zhuang a basket of bamboo sticks hangs over the weaver like a cage; each stick is one row of the pattern, and the basket turns as the cloth grows.',
      '壮族竹笼机上，织者头顶悬着竹笼般的花本；每根竹签是一行纹样，布越织越长，竹笼随之转动。',
      'กี่ของชาวจ้วงมีกรงไม้ไผ่แขวนเหนือช่างทอ ไม้แต่ละซี่คือหนึ่งแถวของลาย เมื่อผ้ายาวขึ้นกรงก็หมุนตาม',
      '좡족의 베틀에는 대나무 막대를 엮은 바구니가 직공 위에 걸려 있다. 막대 하나가 무늬 한 줄이며, 천이 자라면 바구니도 돈다.',
      'Sur le métier zhuang, une cage de bambou pend au-dessus de la tisserande ; chaque baguette est une rangée du motif, et la cage tourne à mesure que l’étoffe croît.',
    ],
  }),
  woven(10, 'standing-water', school, {
    title: [
      'Sea-water and standing waves (kesi)',
      '海水江崖（缂丝）',
      'คลื่นทะเลและน้ำตั้ง (เค่อซือ)',
      '바닷물과 선 물결(격사)',
      'Mer et eaux dressées (kesi)',
    ],
    place: china.jiangnan,
    alt: [
      'Slanted stripes of eight colours below, rows of round blue waves above them, and red clouds on gold.',
      '下为八色斜纹水脚，上为一排排圆形蓝浪，金地上红云。',
      'ด้านล่างเป็นแถบเฉียงแปดสี เหนือขึ้นไปเป็นคลื่นกลมสีน้ำเงินเรียงแถว และเมฆแดงบนพื้นทอง',
      '아래에는 여덟 빛깔의 비스듬한 줄, 위에는 둥근 푸른 물결, 금빛 하늘에 붉은 구름.',
      'En bas des raies obliques de huit couleurs, au-dessus des vagues rondes et bleues, et des nuages rouges sur or.',
    ],
    about: [
      'The hem of a court robe, after the kesi technique: the warp goes through, the weft is broken. Between two colours a slit stays open; held to the light, the picture looks carved.',
      '缂丝袍服的下摆：通经断纬。两色之间留有细缝，迎光而视，如同雕镂。',
      'เชิงฉลองพระองค์ทอแบบเค่อซือ เส้นยืนผ่านตลอดแต่เส้นพุ่งขาดเป็นช่วง ระหว่างสองสีมีร่องเปิด เมื่อยกส่องแสงจะเห็นเหมือนภาพสลัก',
      '격사로 짠 예복의 아랫단. 날실은 이어지고 씨실은 끊긴다. 두 색 사이에 틈이 남아, 빛에 비추면 새긴 듯 보인다.',
      'Le bas d’une robe de cour, en kesi : la chaîne passe, la trame est rompue. Entre deux couleurs une fente reste ouverte ; à contre-jour, l’image paraît sculptée.',
    ],
  }),
  woven(11, 'draft', museum, {
    title: [
      'The draft of the diamond twill',
      '菱形斜纹的织造图',
      'แบบทอลายขัดข้าวหลามตัด',
      '마름모 능직의 직조 도안',
      'La mise en carte du sergé losangé',
    ],
    place: thailand.all,
    alt: [
      'Four grids in ink on silk: a zigzag above, a small table in the corner, a zigzag at the side, and between them diamonds.',
      '丝地墨色的四块方格：上方一道折线，角上一张小表，侧边一道折线，中间是菱形。',
      'ตารางสี่ช่องเขียนหมึกบนผ้าไหม ด้านบนเป็นเส้นซิกแซก มุมเป็นตารางเล็ก ด้านข้างเป็นเส้นซิกแซก ตรงกลางเป็นข้าวหลามตัด',
      '비단에 먹으로 그린 네 개의 모눈. 위에는 지그재그, 모서리에는 작은 표, 옆에도 지그재그, 그 사이에 마름모들.',
      'Quatre quadrillages à l’encre sur soie : un zigzag en haut, un petit tableau dans l’angle, un zigzag au côté, et entre eux des losanges.',
    ],
    about: [
      'What a weaver writes down: threading above, tie-up in the corner, treadling at the side. The large field is not written; it follows.',
      '织者所记：上为穿综，角为吊综，侧为踏综。中间的大格不是写的，而是推出来的。',
      'สิ่งที่ช่างทอจดไว้ ด้านบนคือการร้อยตะกอ มุมคือการผูกไม้เหยียบ ด้านข้างคือลำดับการเหยียบ ส่วนตารางใหญ่ไม่ได้จด แต่เป็นผลลัพธ์',
      '직공이 적는 것. 위는 잉아 꿰기, 모서리는 발틀 매기, 옆은 밟는 순서이다. 큰 칸은 적는 것이 아니라 따라 나오는 것이다.',
      'Ce qu’on note : le rentrage en haut, l’attachage dans l’angle, la marchure au côté. Le grand champ ne s’écrit pas ; il en découle.',
    ],
  }),
  woven(12, 'loom', museum, {
    title: [
      'Frame loom with a pattern heddle',
      '带花综的框架织机',
      'กี่พื้นบ้านพร้อมตะกอลาย',
      '무늬 잉아가 달린 베틀',
      'Métier à cadre avec lisse de dessin',
    ],
    place: thailand.all,
    alt: [
      'A wooden loom: red warp from beam to beam, two shafts and a reed, and behind them a curtain of white string with bamboo sticks in it.',
      '一架木织机：红色经线绷于两轴之间，有两片综与筘，其后垂着插有竹签的白色绳帘。',
      'กี่ไม้ เส้นยืนสีแดงขึงระหว่างไม้ม้วน มีตะกอสองอันและฟืม ด้านหลังเป็นม่านเชือกขาวที่สอดไม้ไผ่ไว้',
      '나무 베틀. 두 말코 사이에 붉은 날실이 매여 있고, 잉아 둘과 바디, 그 뒤로 대나무 막대를 꽂은 흰 끈의 발이 드리워 있다.',
      'Un métier de bois : chaîne rouge d’ensouple à ensouple, deux lames et un peigne, et derrière eux un rideau de cordes blanches où passent des baguettes de bambou.',
    ],
    about: [
      'It stands under the house, where it is cool. Everything in it can be made with a knife; only the pattern heddle takes a winter to set up. The model was made up of the proportions of such looms, not measured from one.',
      '它立在高脚屋下的阴凉处。样样都可用一把刀做成，唯有花综要装上一个冬天。模型依此类织机的比例构成，并非实测。',
      'ตั้งอยู่ใต้ถุนเรือนที่ร่มเย็น ทุกชิ้นทำได้ด้วยมีดเล่มเดียว มีเพียงตะกอลายที่ใช้เวลาเก็บทั้งฤดูหนาว แบบจำลองนี้ขึ้นรูปตามสัดส่วนของกี่ลักษณะนี้ ไม่ได้วัดจากกี่จริงหลังใด',
      '서늘한 집 아래에 놓인다. 모든 것을 칼 한 자루로 만들 수 있지만, 무늬 잉아만은 한겨울이 걸린다. 이 모형은 그런 베틀의 비례로 꾸민 것이며 실물을 잰 것이 아니다.',
      'Il se tient sous la maison, au frais. Tout s’y taille au couteau ; seule la lisse de dessin demande un hiver. Le modèle suit les proportions de tels métiers, sans relevé d’aucun.',
    ],
  }),
]
