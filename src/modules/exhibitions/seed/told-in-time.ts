import { languages, type LocalText } from '#kernel/values'
import { writeWebVtt } from '../rules/web-vtt.ts'
import { filmSeconds, secondOfPick } from '../weaving/growing-cloth.ts'
import { inFive } from './weaves.ts'

interface Said {
  from: number
  until: number
  text: LocalText
}

const film: readonly Said[] = [
  {
    from: 0,
    until: secondOfPick(0),
    text: inFive([
      'Forty-two threads of undyed silk.\nNothing crosses them yet.',
      '四十二根本色丝线，\n还没有一根线与之相交。',
      'เส้นไหมดิบสี่สิบสองเส้น\nยังไม่มีเส้นใดมาขัด',
      '생사 마흔두 올.\n아직 아무것도 건너지 않는다.',
      'Quarante-deux fils de soie écrue.\nRien ne les croise encore.',
    ]),
  },
  {
    from: secondOfPick(0),
    until: secondOfPick(7),
    text: inFive([
      'The foot lifts some of them;\nthe blue thread goes through beneath.',
      '脚提起其中一些，\n蓝线从下面穿过。',
      'เท้ายกขึ้นบางเส้น\nเส้นสีน้ำเงินลอดผ่านข้างใต้',
      '발이 그중 몇 올을 들면\n푸른 올이 그 아래로 지나간다.',
      'Le pied en lève quelques-uns ;\nle fil bleu passe dessous.',
    ]),
  },
  {
    from: secondOfPick(7),
    until: secondOfPick(14),
    text: inFive([
      'At the eighth treadle the feet turn back,\nand the slant turns with them.',
      '踩到第八根踏杆，脚步折返，\n斜线也随之折返。',
      'ถึงไม้เหยียบที่แปดเท้าย้อนกลับ\nเส้นเฉียงก็วกกลับตาม',
      '여덟째 발틀에서 발이 되돌아서고\n빗금도 함께 돌아선다.',
      'À la huitième marche les pieds reviennent,\net l’oblique avec eux.',
    ]),
  },
  {
    from: secondOfPick(14),
    until: secondOfPick(28),
    text: inFive([
      'The list begins again:\na second row, the same to the thread.',
      '清单从头再来：\n第二排，一线不差。',
      'รายการเริ่มใหม่\nแถวที่สองเหมือนเดิมทุกเส้น',
      '목록이 다시 시작된다.\n한 올도 다르지 않은 둘째 줄.',
      'La liste recommence :\nun second rang, pareil au fil près.',
    ]),
  },
  {
    from: secondOfPick(28),
    until: filmSeconds,
    text: inFive([
      'Twenty-eight picks.\nNobody drew; somebody counted.',
      '二十八梭。\n没有人画，有人在数。',
      'ยี่สิบแปดพุ่ง\nไม่มีใครวาด มีแต่คนนับ',
      '스물여덟 번의 북질.\n아무도 그리지 않았다. 누군가 세었다.',
      'Vingt-huit duites.\nPersonne n’a dessiné ; quelqu’un a compté.',
    ]),
  },
]

const treadles: readonly Said[] = [
  {
    from: 0,
    until: 4,
    text: inFive([
      '♪ One to eight: the tones rise.',
      '♪ 一至八：音渐高。',
      '♪ หนึ่งถึงแปด เสียงไล่ขึ้น',
      '♪ 하나에서 여덟까지, 음이 올라간다.',
      '♪ De un à huit : les notes montent.',
    ]),
  },
  {
    from: 4,
    until: 7,
    text: inFive([
      '♪ Seven to two: they fall.',
      '♪ 七至二：音渐低。',
      '♪ เจ็ดถึงสอง เสียงไล่ลง',
      '♪ 일곱에서 둘까지, 음이 내려간다.',
      '♪ De sept à deux : elles descendent.',
    ]),
  },
  {
    from: 7,
    until: 15.5,
    text: inFive([
      '♪ And once more, as the diamonds do.',
      '♪ 再来一遍，正如菱形。',
      '♪ แล้วเริ่มใหม่อีกครั้งเหมือนข้าวหลามตัด',
      '♪ 마름모처럼 한 번 더.',
      '♪ Et encore une fois, comme les losanges.',
    ]),
  },
]

/** The captions of the film, by language. */
export const filmCaptions = captionsOf(film)

/** The captions of the treadling as it is heard, by language. */
export const treadlesCaptions = captionsOf(treadles)

/** What the recording of the treadling is, for whoever looks for it in a list. */
export const treadlesAlt = inFive([
  'The treadling, heard: one tone for each treadle',
  '听得见的踏综：一踏一音',
  'ลำดับการเหยียบที่ได้ยิน ไม้ละหนึ่งเสียง',
  '귀로 듣는 밟기: 발틀마다 한 음',
  'La marchure à l’oreille : une note par marche',
])

function captionsOf(said: readonly Said[]): LocalText {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      writeWebVtt(
        said.map(({ from, until, text }) => ({
          from: Math.round(from * 1000),
          // A hair before the next begins: players show both where one ends as the other starts.
          until: Math.round(until * 1000) - 40,
          text: text[language] ?? '',
          settings: '',
        })),
      ),
    ]),
  )
}
