import type { LocalText } from '#kernel/values'
import { cast } from '#modules/alliance'
import type { Maker } from '../schema.ts'
import type { ObjectDetails } from '../service/objects.ts'
import { type Colour, fromDraft } from '../weaving/cloth.ts'
import { clothAsJpeg } from '../weaving/raster.ts'
import { type Draft, point, straight } from '../weaving/draft.ts'

const { organisations, people } = cast

/** The fixed ids of the demonstration's objects. */
export const seededObjects = {
  lozenges: '01980000-0040-7000-8000-000000000001',
  herringbone: '01980000-0040-7000-8000-000000000002',
} as const

/** An object of the demonstration, and how its picture is drawn. */
export interface SeededObject {
  id: string
  organisationId: string
  /** Who describes it. */
  personId: string
  details: ObjectDetails
  draw: () => Promise<Uint8Array>
  fileName: string
  alts: LocalText
}

/** A twill: each treadle lifts `lifted` shafts that follow each other, one further on than the treadle before. */
const twill = (shafts: number, lifted: readonly number[]) =>
  Array.from({ length: shafts }, (_each, at) => lifted.map((each) => (at + each) % shafts))

const indigo: Colour = [43, 63, 107]
const silk: Colour = [239, 228, 200]
const madder: Colour = [156, 59, 52]
const celadon: Colour = [127, 160, 140]
const turmeric: Colour = [211, 161, 58]

/** A square cloth of a draft, with its dyes repeated thread by thread. */
function cloth(
  draft: Draft,
  warp: readonly Colour[],
  weft: readonly Colour[],
): () => Promise<Uint8Array> {
  const size = { ends: 256, picks: 192, cell: [8, 8], sheen: 0.2 } as const
  const nth = (dyes: readonly Colour[]) => (thread: number) => dyes[thread % dyes.length]!
  return () => clothAsJpeg(fromDraft(draft, size, { warp: nth(warp), weft: nth(weft) }))
}

/** So many threads of one dye. */
const times = (count: number, dye: Colour) => Array.from({ length: count }, () => dye)

const shared = {
  kind: 'object',
  makers: [] as Maker[],
  periods: {},
  rights_uri: 'http://creativecommons.org/publicdomain/zero/1.0/',
  rights_holder: null,
  access: 'open',
  season_from: null,
  season_until: null,
  made_from: 2026,
  made_until: 2026,
  made_about: false,
} as const

/** Patterns that weavers know by name, drawn by code from drafts; no cloth of any collection is shown. */
export const wovenObjects: readonly SeededObject[] = [
  {
    id: seededObjects.lozenges,
    organisationId: organisations.museum,
    personId: people.curator,
    fileName: 'lozenge-twill.jpg',
    draw: cloth(
      { threading: point(8), treadling: point(8), tieUp: twill(8, [0, 1, 4]) },
      [...times(28, indigo), ...times(14, madder)],
      [...times(14, silk), ...times(14, turmeric)],
    ),
    alts: {
      en: 'Lozenges inside lozenges in indigo and madder on undyed silk, every eighth thread turning back on itself.',
      'zh-Hans': '本色丝地上以靛蓝与茜红织出层层相套的菱形，每八根经线折返一次。',
      th: 'ลายข้าวหลามตัดซ้อนกันเป็นชั้น สีครามและแดงครั่งบนพื้นไหมดิบ เส้นยืนวนกลับทุกแปดเส้น',
      ko: '생사 바탕에 쪽빛과 꼭두서니빛으로 짠 겹겹의 마름모. 여덟 올마다 무늬가 되돌아간다.',
      fr: 'Losanges emboîtés, indigo et garance sur soie écrue ; le dessin se retourne tous les huit fils.',
    },
    details: {
      ...shared,
      inventory_number: 'MLW-2026-001',
      titles: {
        en: 'Lozenge twill on eight shafts',
        'zh-Hans': '八综菱形斜纹',
        th: 'ลายข้าวหลามตัดแปดตะกอ',
        ko: '여덟 잉아 마름모 능직',
        fr: 'Sergé losangé à huit lames',
      },
      descriptions: {
        en: 'A point twill: threading and treadling both run up to the eighth shaft and back, so that the diagonal meets its mirror image and closes into lozenges. The picture was computed from the weaving draft, crossing by crossing.',
        'zh-Hans':
          '山形斜纹：穿综与踏综都由第一综升至第八综再折回，斜线与其镜像相遇，合成菱形。图像依据织造图逐点计算而成。',
        th: 'ลายขัดแบบย้อนกลับ ทั้งการร้อยตะกอและการเหยียบไล่ขึ้นถึงตะกอที่แปดแล้วย้อนลง เส้นทแยงจึงบรรจบกับเงาสะท้อนของตัวเองเป็นรูปข้าวหลามตัด ภาพนี้คำนวณจากแบบทอทีละจุดขัด',
        ko: '산형 능직으로, 잉아 꿰기와 발틀 밟기가 모두 여덟째까지 올라갔다가 되돌아온다. 빗금이 제 거울상과 만나 마름모로 닫힌다. 직조 도안에서 교차점마다 계산하여 그린 그림이다.',
        fr: 'Un sergé à pointe : rentrage et marchure montent jusqu’à la huitième lame puis redescendent, si bien que la diagonale rencontre son reflet et se ferme en losanges. L’image est calculée d’après la mise en carte, croisement par croisement.',
      },
      places: {
        en: 'Chiang Mai, Thailand',
        'zh-Hans': '泰国清迈',
        th: 'เชียงใหม่ ประเทศไทย',
        ko: '태국 치앙마이',
        fr: 'Chiang Mai, Thaïlande',
      },
      materials: {
        en: 'Drawn from a weaving draft; silk and indigo, madder and turmeric as colours',
        'zh-Hans': '据织造图绘制；丝、靛蓝、茜草与姜黄色',
        th: 'วาดจากแบบทอ สีไหมดิบ คราม ครั่ง และขมิ้น',
        ko: '직조 도안에 따른 그림, 생사·쪽·꼭두서니·강황 빛깔',
        fr: 'Dessin d’après une mise en carte ; couleurs de la soie, de l’indigo, de la garance et du curcuma',
      },
      dimensions: '256 × 192 threads',
      provenances: {},
      credit_lines: {
        en: 'Museum of Living Weaves',
        'zh-Hans': '活态织造博物馆',
        th: 'พิพิธภัณฑ์ผ้าทอมีชีวิต',
        ko: '살아 있는 직물 박물관',
        fr: 'Musée des tissages vivants',
      },
    },
  },
  {
    id: seededObjects.herringbone,
    organisationId: organisations.pku,
    personId: people.coordinatorPku,
    fileName: 'herringbone.jpg',
    draw: cloth(
      {
        threading: [...point(4), ...point(4), ...point(4).toReversed()],
        treadling: straight(4),
        tieUp: twill(4, [0, 1]),
      },
      [...times(12, celadon), ...times(6, silk)],
      [indigo],
    ),
    alts: {
      en: 'Rows of herringbone in celadon and silk over indigo, the diagonals turning every few threads.',
      'zh-Hans': '靛蓝底上青瓷色与本色相间的人字纹，斜线每隔数根经线转向。',
      th: 'ลายก้างปลาสีเขียวศิลาดลสลับสีไหมบนพื้นคราม เส้นทแยงกลับทิศทุกไม่กี่เส้น',
      ko: '쪽빛 바탕에 청자빛과 생사빛이 번갈아 놓인 삼능 무늬. 몇 올마다 빗금의 방향이 바뀐다.',
      fr: 'Chevrons céladon et soie sur indigo, dont les diagonales changent de sens tous les quelques fils.',
    },
    details: {
      ...shared,
      inventory_number: 'PKU-W-07',
      titles: {
        en: 'Herringbone (renziwen)',
        'zh-Hans': '人字纹',
        th: 'ลายก้างปลา (เหรินจื้อเหวิน)',
        ko: '인자문(人字紋) 능직',
        fr: 'Chevrons (renziwen)',
      },
      descriptions: {
        en: 'The Chinese name says what one sees: rows of the character 人, “person”. Four shafts are enough; the threading turns, the treadling only walks on.',
        'zh-Hans': '名称即所见：一行行“人”字。四片综已足够；穿综折返成纹，踏综则一路前行。',
        th: 'ชื่อจีนบอกสิ่งที่เห็น คืออักษร 人 ซึ่งแปลว่า “คน” เรียงเป็นแถว ใช้เพียงสี่ตะกอ การร้อยตะกอย้อนกลับ ส่วนการเหยียบเดินหน้าอย่างเดียว',
        ko: '한자 ‘人’(사람)이 줄지어 선 듯하여 붙은 이름이다. 잉아 네 장이면 충분하며, 꿰기는 되돌아가고 밟기는 앞으로만 나아간다.',
        fr: 'Le nom chinois dit ce que l’on voit : des rangées du caractère 人, « personne ». Quatre lames suffisent ; le rentrage se retourne, la marchure ne fait qu’avancer.',
      },
      places: {
        en: 'Beijing, China',
        'zh-Hans': '中国北京',
        th: 'ปักกิ่ง ประเทศจีน',
        ko: '중국 베이징',
        fr: 'Pékin, Chine',
      },
      materials: {
        en: 'Drawn from a weaving draft; celadon and silk over indigo as colours',
        'zh-Hans': '据织造图绘制；青瓷色、本色丝与靛蓝',
        th: 'วาดจากแบบทอ สีศิลาดล ไหม และคราม',
        ko: '직조 도안에 따른 그림, 청자빛·생사빛·쪽빛',
        fr: 'Dessin d’après une mise en carte ; céladon et soie sur indigo',
      },
      dimensions: '256 × 192 threads',
      provenances: {},
      credit_lines: { en: 'School of Arts, Peking University', 'zh-Hans': '北京大学艺术学院' },
    },
  },
]
