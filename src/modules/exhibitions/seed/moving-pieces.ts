import { filmSeconds, secondOfPick } from '../weaving/growing-cloth.ts'
import type { LocalText } from '#kernel/values'
import type { StepTarget, WallPlace } from '../rules/parts.ts'
import { inFive, type SeededName } from './weaves.ts'

/** A stop of the demonstration's tour. */
interface SeededStep {
  title: LocalText
  text: LocalText
  target: StepTarget
}

/** A piece with its stops. */
export interface SeededPiece {
  weave: SeededName
  place: WallPlace
  text: LocalText
  steps: SeededStep[]
}

// What moves, sounds, or is told by others, as it hangs among the cloths.

/** The film, with a stop at its first pick and one where the feet turn back. */
export const filmPiece: SeededPiece = {
  weave: 'film',
  place: { column: 1, row: 8, width: 7, height: 5 },
  text: {},
  steps: [
    {
      title: inFive(['One pick', '一梭', 'พุ่งหนึ่งครั้ง', '북질 한 번', 'Une duite']),
      text: inFive([
        'Watch the blue thread pass through. It goes under whatever the foot has lifted and over whatever it has left: one answer for each of forty-two threads, given with a single step.',
        '请看蓝线穿过：脚提起的，它从下面走；脚留下的，它从上面过。四十二根线，一脚便一一作答。',
        'ดูเส้นสีน้ำเงินสอดผ่าน เส้นใดที่เท้ายกขึ้นมันลอดใต้ เส้นใดที่ปล่อยไว้มันข้ามบน คำตอบของเส้นยืนสี่สิบสองเส้นให้ด้วยการเหยียบครั้งเดียว',
        '푸른 올이 지나가는 것을 보자. 발이 든 올 아래로, 내버려 둔 올 위로 지나간다. 마흔두 올에 대한 답이 한 번 밟는 것으로 모두 주어진다.',
        'Regardez passer le fil bleu. Il va sous ce que le pied a levé et par-dessus ce qu’il a laissé : une réponse pour chacun des quarante-deux fils, donnée d’un seul pas.',
      ]),
      target: { kind: 'time', from: secondOfPick(0), until: secondOfPick(7) },
    },
    {
      title: inFive([
        'The feet turn back',
        '脚步折返',
        'เท้าย้อนกลับ',
        '발이 되돌아간다',
        'Les pieds reviennent',
      ]),
      text: inFive([
        'After the eighth treadle the feet walk back the way they came. The slanting line has no choice: it turns with them, and the diamond closes.',
        '踩过第八根踏杆，脚步原路折回。斜线别无选择，随之转向，菱形便合拢了。',
        'เมื่อเหยียบไม้ที่แปดแล้วเท้าเดินย้อนทางเดิม เส้นเฉียงเลือกไม่ได้ต้องวกกลับตาม ข้าวหลามตัดจึงปิดสนิท',
        '여덟째 발틀 다음에 발은 온 길을 되짚어 간다. 빗금은 달리 갈 곳이 없어 함께 돌아서고, 마름모가 닫힌다.',
        'Après la huitième marche, les pieds reviennent sur leurs pas. L’oblique n’a pas le choix : elle tourne avec eux, et le losange se ferme.',
      ]),
      target: {
        kind: 'time',
        from: secondOfPick(7),
        until: Math.min(filmSeconds, secondOfPick(14)),
      },
    },
  ],
}

/** The practice to which the loom belongs, as its community lets it be told. */
export const heddlePiece: SeededPiece = {
  weave: 'heddle',
  place: { column: 1, row: 18, width: 5, height: 5 },
  text: {},
  steps: [],
}

/** What another house published, kept with the drawing of it. */
export const notebookPiece: SeededPiece = {
  weave: 'notebook',
  place: { column: 1, row: 8, width: 5, height: 4 },
  text: {},
  steps: [],
}

/** A second look at the loom, from where the weaver sits. */
export const reedStep: SeededStep = {
  title: inFive([
    'Where the weaver sits',
    '织者的座位',
    'ที่นั่งของช่างทอ',
    '직공이 앉는 자리',
    'La place de la tisserande',
  ]),
  text: inFive([
    'Walk round to the bench. From here one sees the cloth grow and the reed that beats it; the heddle that knows the pattern hangs out of sight, behind everything else.',
    '转到坐板这边。从这里看得见布在生长，也看得见打纬的筘；记着花纹的绳综，却挂在最后面，看不见。',
    'อ้อมมาที่ม้านั่ง จากตรงนี้เห็นผ้าที่ยาวขึ้นและฟืมที่กระทบ ส่วนตะกอที่จำลายไว้แขวนอยู่หลังสุด มองไม่เห็น',
    '앉을개 쪽으로 돌아가 보자. 여기서는 자라는 천과 그것을 치는 바디가 보인다. 무늬를 아는 잉아는 맨 뒤에 걸려 보이지 않는다.',
    'Passez du côté du banc. D’ici on voit l’étoffe croître et le peigne qui la bat ; la lisse qui connaît le motif pend hors de vue, derrière tout le reste.',
  ]),
  target: { kind: 'view', theta: 12, phi: 58, distance: 150 },
}
