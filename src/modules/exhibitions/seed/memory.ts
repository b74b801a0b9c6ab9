import type { LocalText } from '#kernel/values'
import type { RoomLayout, StepTarget, WallColour } from '../rules/parts.ts'
import {
  filmPiece,
  heddlePiece,
  notebookPiece,
  reedStep,
  type SeededPiece,
} from './moving-pieces.ts'
import { inFive } from './weaves.ts'

/** A room of the demonstration's exhibition. */
interface SeededRoom {
  title: LocalText
  text: LocalText
  wall: WallColour
  layout: RoomLayout
  pieces: SeededPiece[]
}

export const seededExhibition = {
  id: '01980000-0042-7000-8000-000000000001',
  title: inFive([
    'What the String Remembers',
    '绳上的记忆',
    'สิ่งที่เส้นเชือกจำไว้',
    '끈이 기억하는 것',
    'Ce que la corde retient',
  ]),
  subtitle: inFive([
    'Woven patterns of Thailand and China, drawn thread by thread',
    '泰国与中国的织物纹样，逐线绘成',
    'ลายทอจากไทยและจีน วาดขึ้นทีละเส้นด้าย',
    '태국과 중국의 직물 무늬, 한 올씩 그리다',
    'Motifs tissés de Thaïlande et de Chine, dessinés fil à fil',
  ]),
  text: inFive([
    'A woven pattern is not drawn on the cloth. It is a list of decisions: for every thread that crosses, which of the two lies on top. Long before there was paper for such lists, weavers kept them in string: in the vertical heddles of Thai looms, where every stick is a row, and in the cord book that hangs above a Chinese drawloom.\n\nEvery picture in these rooms was computed from such a list. Come as near as you like: where other pictures dissolve into dots, you will find the thread.',
    '织物的纹样并不是画上去的。它是一串抉择：每当两线相交，谁在上面。远在有纸记录之前，织者便把它存在绳里：泰国织机的立式综上，每根竹签是一行；中国花楼机的上方，垂着用线编成的花本。\n\n这里的每一幅图，都由这样的一串抉择计算而成。请尽管走近：别的图像放大后化为色点，而在这里，你会看见丝线。',
    'ลายผ้าไม่ได้วาดลงบนผืนผ้า แต่คือชุดการตัดสินใจว่าเมื่อเส้นด้ายสองเส้นพบกัน เส้นไหนจะอยู่บน ก่อนมีกระดาษให้จด ช่างทอเก็บลายไว้ในเส้นเชือก บนตะกอแนวตั้งของกี่ไทยที่ไม้ทุกซี่คือหนึ่งแถว และในสมุดเชือกที่แขวนเหนือกี่ยกลายของจีน\n\nทุกภาพในห้องเหล่านี้คำนวณจากชุดการตัดสินใจเช่นนั้น เข้ามาใกล้เท่าไรก็ได้ ภาพอื่นขยายแล้วแตกเป็นจุด แต่ที่นี่จะพบเส้นด้าย',
    '직물의 무늬는 천 위에 그리는 것이 아니다. 두 올이 만날 때마다 어느 쪽이 위에 놓일지 정한 목록이다. 그런 목록을 적을 종이가 생기기 오래전부터 직공들은 그것을 끈에 간직했다. 막대 하나가 한 줄인 태국 베틀의 세로 잉아에, 중국 화루기 위에 드리운 끈의 책 화본에.\n\n이 방들의 그림은 모두 그런 목록에서 계산되었다. 얼마든지 가까이 다가오라. 다른 그림이 점으로 흩어지는 곳에서, 여기서는 실을 만난다.',
    'Un motif tissé n’est pas dessiné sur l’étoffe. C’est une liste de décisions : à chaque croisement, lequel des deux fils passe dessus. Bien avant qu’il y eût du papier pour de telles listes, on les gardait dans la corde : sur les lisses verticales des métiers thaïs, où chaque baguette est une rangée, et dans le livre de cordes suspendu au-dessus du métier à la tire chinois.\n\nChaque image de ces salles a été calculée d’après une telle liste. Approchez autant que vous voudrez : là où d’autres images se défont en points, vous trouverez le fil.',
  ]),
  credits: inFive([
    'Drawn by the software of the alliance after ways of weaving that are common knowledge. The institutions of this demonstration’s museum and all its people are invented; no cloth of any collection is reproduced.',
    '图像由联盟软件依据通行织法绘制。演示中的博物馆及人物均为虚构，未复制任何馆藏织物。',
    'วาดด้วยซอฟต์แวร์ของพันธมิตรตามวิธีทอที่เป็นความรู้ทั่วไป พิพิธภัณฑ์และบุคคลในการสาธิตนี้สมมติขึ้น ไม่ได้จำลองผ้าจากคลังใด',
    '널리 알려진 직조법에 따라 연합의 프로그램이 그렸다. 이 시연의 박물관과 인물은 모두 지어낸 것이며, 어떤 소장품도 복제하지 않았다.',
    'Dessiné par le logiciel de l’alliance d’après des façons de tisser connues de tous. Le musée et les personnes de cette démonstration sont inventés ; aucune étoffe de collection n’est reproduite.',
  ]),
} as const

const nothing: LocalText = {}
const region = (x: number, y: number, width: number, height: number): StepTarget => ({
  kind: 'region',
  x,
  y,
  width,
  height,
})

/** Four rooms: how a pattern is kept, one shore, the other, and a wall on which both hang together. */
export const seededRooms: readonly SeededRoom[] = [
  {
    title: inFive(['Three lists', '三张清单', 'รายการสามชุด', '세 개의 목록', 'Trois listes']),
    text: inFive([
      'Which shaft carries each thread of the warp; which shafts each treadle lifts; which treadle is pressed for each pick. From these three lists follows every crossing of the cloth.',
      '每根经线穿在哪片综上；每根踏杆提起哪几片综；每一纬踩哪根踏杆。由这三张清单，便可推出布上的每一个交点。',
      'เส้นยืนแต่ละเส้นร้อยอยู่ตะกอไหน ไม้เหยียบแต่ละอันยกตะกอไหนบ้าง และพุ่งแต่ละครั้งเหยียบไม้ไหน สามรายการนี้กำหนดทุกจุดที่เส้นด้ายพบกัน',
      '날실마다 어느 잉아에 걸리는지, 발틀마다 어느 잉아를 드는지, 씨실마다 어느 발틀을 밟는지. 이 세 목록에서 천의 모든 교차점이 나온다.',
      'Quelle lame porte chaque fil de chaîne ; quelles lames chaque marche soulève ; quelle marche on presse à chaque duite. De ces trois listes découle chaque croisement de l’étoffe.',
    ]),
    wall: 'silk',
    layout: 'grid',
    pieces: [
      {
        weave: 'twill',
        place: { column: 1, row: 1, width: 7, height: 7 },
        text: nothing,
        steps: [
          {
            title: inFive([
              'One crossing',
              '一个交点',
              'จุดตัดหนึ่งจุด',
              '하나의 교차점',
              'Un croisement',
            ]),
            text: inFive([
              'Look at a single crossing. Either the pale thread of the warp lies on top, or the blue one of the weft. Nothing else is ever decided in weaving; everything in these rooms is made of this one question, asked again and again.',
              '请看一个交点：要么浅色的经线在上，要么蓝色的纬线在上。织造中要决定的只有这一件事；这里的一切，都由这一个问题反复追问而成。',
              'ลองดูจุดตัดเพียงจุดเดียว หากไม่ใช่เส้นยืนสีอ่อนอยู่บน ก็เป็นเส้นพุ่งสีน้ำเงิน การทอผ้าไม่มีการตัดสินใจอื่นใดอีก ทุกสิ่งในห้องเหล่านี้เกิดจากคำถามเดียวนี้ที่ถามซ้ำแล้วซ้ำเล่า',
              '교차점 하나를 보자. 연한 날실이 위에 있거나, 푸른 씨실이 위에 있다. 직조에서 정하는 것은 이것뿐이며, 이 방들의 모든 것은 되풀이되는 이 한 물음에서 나왔다.',
              'Regardez un seul croisement. Ou bien le fil clair de la chaîne est dessus, ou bien le bleu de la trame. On ne décide jamais rien d’autre en tissant ; tout, dans ces salles, est fait de cette seule question, posée encore et encore.',
            ]),
            target: region(980, 700, 196, 147),
          },
          {
            title: inFive(['The point', '折返之处', 'จุดกลับ', '되돌아가는 곳', 'La pointe']),
            text: inFive([
              'Here the threading turns back: up to the eighth shaft and down again. The slanting line meets its own mirror image, and a diamond closes.',
              '穿综在此折返：升到第八片综，再降下来。斜线与自己的镜像相遇，菱形便合拢了。',
              'ตรงนี้การร้อยตะกอวกกลับ ไล่ขึ้นถึงตะกอที่แปดแล้วลง เส้นเฉียงพบกับเงาสะท้อนของตนเอง ข้าวหลามตัดจึงปิดสนิท',
              '여기서 잉아 꿰기가 되돌아간다. 여덟째 잉아까지 올라갔다 내려온다. 빗금이 제 거울상을 만나 마름모가 닫힌다.',
              'Ici le rentrage rebrousse chemin : jusqu’à la huitième lame, puis retour. L’oblique rencontre son reflet, et le losange se ferme.',
            ]),
            target: region(820, 560, 520, 390),
          },
        ],
      },
      {
        weave: 'draft',
        place: { column: 8, row: 1, width: 5, height: 5 },
        text: nothing,
        steps: [
          {
            title: inFive([
              'The first list: threading',
              '第一张清单：穿综',
              'รายการแรก การร้อยตะกอ',
              '첫째 목록: 잉아 꿰기',
              'La première liste : le rentrage',
            ]),
            text: inFive([
              'Each column is a thread of the warp, each row a shaft. The dark square says which shaft carries the thread: up to the eighth, and down again.',
              '每列是一根经线，每行是一片综。深色格表示该线穿在哪片综上：升到第八片，再降下来。',
              'แต่ละช่องตั้งคือเส้นยืนหนึ่งเส้น แต่ละช่องนอนคือตะกอหนึ่งอัน ช่องเข้มบอกว่าเส้นนั้นร้อยอยู่ตะกอไหน ไล่ขึ้นถึงตะกอที่แปดแล้วลง',
              '세로줄은 날실 한 올, 가로줄은 잉아 하나이다. 짙은 칸이 그 올이 걸린 잉아를 말한다. 여덟째까지 올랐다가 내려온다.',
              'Chaque colonne est un fil de chaîne, chaque rangée une lame. Le carré sombre dit quelle lame porte le fil : jusqu’à la huitième, puis retour.',
            ]),
            target: region(80, 80, 1570, 420),
          },
          {
            title: inFive([
              'The second: tie-up',
              '第二张：吊综',
              'รายการที่สอง การผูกไม้เหยียบ',
              '둘째: 발틀 매기',
              'La deuxième : l’attachage',
            ]),
            text: inFive([
              'Each column is a treadle, and lifts the shafts of its dark squares. The same squares step one shaft further from treadle to treadle: that is what makes a twill.',
              '每列是一根踏杆，提起深色格所示的综。每往下一根踏杆，这组格便移一片综：这就是斜纹的由来。',
              'แต่ละช่องตั้งคือไม้เหยียบหนึ่งอัน ยกตะกอตามช่องเข้ม ช่องชุดเดียวกันเลื่อนไปทีละตะกอจากไม้สู่ไม้ นี่คือที่มาของลายสอง',
              '세로줄은 발틀 하나로, 짙은 칸의 잉아를 들어 올린다. 같은 칸들이 발틀마다 한 잉아씩 나아간다. 그것이 능직을 만든다.',
              'Chaque colonne est une marche et soulève les lames de ses carrés sombres. Les mêmes carrés avancent d’une lame de marche en marche : c’est ce qui fait un sergé.',
            ]),
            target: region(1660, 80, 420, 420),
          },
          {
            title: inFive([
              'The third: treadling',
              '第三张：踏综',
              'รายการที่สาม ลำดับการเหยียบ',
              '셋째: 밟는 순서',
              'La troisième : la marchure',
            ]),
            text: inFive([
              'Each row is one throw of the shuttle, and the dark square the treadle that is pressed for it. Read downwards, it is the dance of two feet.',
              '每行是投梭一次，深色格是此时所踏的踏杆。自上而下读来，便是双脚的舞步。',
              'แต่ละช่องนอนคือการพุ่งกระสวยหนึ่งครั้ง ช่องเข้มคือไม้เหยียบที่ใช้ อ่านลงมาทีละแถวก็คือจังหวะเต้นของสองเท้า',
              '가로줄은 북을 한 번 던지는 것이고, 짙은 칸은 그때 밟는 발틀이다. 위에서 아래로 읽으면 두 발의 춤이 된다.',
              'Chaque rangée est un coup de navette, et le carré sombre la marche qu’on presse. Lue de haut en bas, c’est la danse de deux pieds.',
            ]),
            target: region(1660, 500, 420, 1200),
          },
        ],
      },
      {
        weave: 'damask',
        place: { column: 8, row: 6, width: 5, height: 5 },
        text: nothing,
        steps: [],
      },
      filmPiece,
    ],
  },
  {
    title: inFive([
      'Along the Mekong and the Nan',
      '湄公河与难河之间',
      'ริมน้ำโขงและน้ำน่าน',
      '메콩강과 난강을 따라',
      'Le long du Mékong et du Nan',
    ]),
    text: inFive([
      'A vertical heddle of string hangs behind the shafts. For every row of the pattern one stick is pushed into it; the loom reads downward, stick by stick, and remembers long after the weaver has gone to the market.',
      '织机后方垂着一挂立式绳综，每行花纹插一根竹签。织机自上而下逐签读取，织者赶集去了，它仍记得。',
      'ตะกอเชือกแนวตั้งแขวนอยู่หลังตะกอธรรมดา ทุกแถวของลายมีไม้สอดไว้หนึ่งซี่ กี่อ่านไล่ลงมาทีละซี่ และยังจำได้แม้ช่างทอไปตลาดแล้ว',
      '잉아 뒤에 끈으로 된 세로 잉아가 걸려 있다. 무늬 한 줄마다 막대 하나를 꽂아 둔다. 베틀은 막대를 따라 아래로 읽어 내려가며, 직공이 장에 간 뒤에도 기억한다.',
      'Une lisse verticale de corde pend derrière les lames. À chaque rangée du motif on y glisse une baguette ; le métier lit de haut en bas, baguette après baguette, et se souvient encore quand la tisserande est au marché.',
    ]),
    wall: 'madder',
    layout: 'grid',
    pieces: [
      {
        weave: 'loom',
        place: { column: 1, row: 1, width: 5, height: 6 },
        text: nothing,
        steps: [
          {
            title: inFive([
              'Where the pattern is kept',
              '花纹藏在哪里',
              'ที่เก็บลาย',
              '무늬를 간직하는 곳',
              'Où le motif est gardé',
            ]),
            text: inFive([
              'Behind the two shafts hangs a curtain of white string. Every bamboo stick in it is one row of a pattern: pulled forward it lifts its threads, and then it is pushed back below, to wait until the cloth comes round again.',
              '两片综后垂着一幅白色绳帘，每根竹签就是一行花纹：向前拉时提起所属的经线，用毕插回下方，等花纹再轮到它。',
              'หลังตะกอสองอันมีม่านเชือกสีขาวแขวนอยู่ ไม้ไผ่แต่ละซี่คือหนึ่งแถวของลาย เมื่อดึงมาข้างหน้าก็ยกเส้นยืนของแถวนั้น แล้วเลื่อนลงไปเก็บด้านล่าง รอจนลายวนกลับมาอีกครั้ง',
              '두 잉아 뒤에 흰 끈의 발이 드리워 있다. 그 속의 대나무 막대 하나가 무늬 한 줄이다. 앞으로 당기면 제 날실을 들어 올리고, 다시 아래로 내려가 무늬가 돌아올 때를 기다린다.',
              'Derrière les deux lames pend un rideau de cordes blanches. Chaque baguette de bambou y est une rangée du motif : tirée vers l’avant, elle lève ses fils, puis on la repousse en bas, où elle attend que le dessin revienne.',
            ]),
            target: { kind: 'view', theta: 205, phi: 66, distance: 130 },
          },
          reedStep,
        ],
      },
      {
        weave: 'hooks-mekong',
        place: { column: 1, row: 7, width: 6, height: 6 },
        text: nothing,
        steps: [],
      },
      {
        weave: 'ikat',
        place: { column: 6, row: 1, width: 7, height: 6 },
        text: nothing,
        steps: [
          {
            title: inFive([
              'The soft edge',
              '柔和的边缘',
              'ขอบที่พร่านุ่ม',
              '부드러운 가장자리',
              'Le bord flou',
            ]),
            text: inFive([
              'Follow the edge of the dark band. No two threads begin it at quite the same place, because each was dyed before it was woven. Machines print this softness today; here it is the trace of hands.',
              '沿着深色带纹的边缘看：没有两根纬线从同一处起色，因为每根都是先染后织。如今机器把这种柔和印出来；在这里，它是手的痕迹。',
              'ลองไล่ตามขอบแถบสีเข้ม ไม่มีเส้นด้ายสองเส้นใดเริ่มสีตรงจุดเดียวกันพอดี เพราะแต่ละเส้นย้อมก่อนทอ ปัจจุบันเครื่องจักรพิมพ์ความพร่านี้ได้ แต่ที่นี่คือร่องรอยของมือ',
              '짙은 띠의 가장자리를 따라가 보자. 같은 자리에서 시작하는 올은 하나도 없다. 저마다 짜기 전에 물들었기 때문이다. 오늘날에는 기계가 이 부드러움을 찍어 내지만, 여기서는 손의 흔적이다.',
              'Suivez le bord de la bande sombre. Pas deux fils ne la commencent tout à fait au même endroit, car chacun fut teint avant d’être tissé. Des machines impriment aujourd’hui ce flou ; ici, c’est la trace des mains.',
            ]),
            target: region(720, 560, 480, 360),
          },
        ],
      },
      {
        weave: 'checks',
        place: { column: 1, row: 13, width: 5, height: 5 },
        text: nothing,
        steps: [],
      },
      {
        weave: 'flowing-water',
        place: { column: 7, row: 7, width: 6, height: 6 },
        text: nothing,
        steps: [],
      },
      {
        weave: 'raised-silk',
        place: { column: 6, row: 13, width: 7, height: 6 },
        text: nothing,
        steps: [
          {
            title: inFive([
              'A flower of rows',
              '一行一行的花',
              'ดอกไม้ที่เกิดทีละแถว',
              '한 줄씩 피는 꽃',
              'Une fleur en rangées',
            ]),
            text: inFive([
              'Count the golden rows of one blossom. Each was a stick in the heddle and a movement of the arm; the flower is as tall as the weaver’s patience.',
              '数一数这朵花的金色横行：每一行都是综上的一根签，也是手臂的一次动作；花有多高，织者的耐心便有多长。',
              'ลองนับแถวสีทองของดอกหนึ่งดอก แต่ละแถวคือไม้หนึ่งซี่ในตะกอและการขยับแขนหนึ่งครั้ง ดอกไม้สูงเท่าความอดทนของช่างทอ',
              '꽃 한 송이의 금빛 줄을 세어 보자. 한 줄이 잉아의 막대 하나, 팔의 움직임 하나였다. 꽃의 키는 직공의 참을성만큼 자란다.',
              'Comptez les rangées d’or d’une fleur. Chacune fut une baguette dans la lisse et un geste du bras ; la fleur a la hauteur d’une patience.',
            ]),
            target: region(700, 560, 400, 320),
          },
        ],
      },
      heddlePiece,
    ],
  },
  {
    title: inFive([
      'From the drawloom',
      '花楼之下',
      'จากกี่ยกลาย',
      '화루기에서',
      'Du métier à la tire',
    ]),
    text: inFive([
      'On a drawloom two people weave one cloth: one below with the shuttle, one above in the tower, who pulls the cords of the pattern book, row by row. In 1637 Song Yingxing described how such a book is knotted; it holds a picture as string, and can be copied from loom to loom.',
      '花楼机由两人同织一匹：一人在下投梭，一人高坐花楼，按花本逐行提花。一六三七年，宋应星在《天工开物》中记下了结花本之法：以线存画，可由一机传至另一机。',
      'กี่ยกลายของจีนใช้คนทอสองคน คนหนึ่งอยู่ล่างคอยพุ่งกระสวย อีกคนนั่งบนหอคอยดึงเชือกตามสมุดลายทีละแถว ในปี 1637 ซ่งอิ้งซิงบันทึกวิธีผูกสมุดลายนี้ไว้ ภาพถูกเก็บเป็นเชือกและคัดลอกจากกี่สู่กี่ได้',
      '화루기에서는 두 사람이 한 필을 짠다. 한 사람은 아래에서 북을 던지고, 한 사람은 위의 누각에 앉아 화본의 끈을 한 줄씩 당긴다. 1637년 송응성은 화본을 맺는 법을 적었다. 그림을 끈으로 간직해 베틀에서 베틀로 옮길 수 있었다.',
      'Au métier à la tire, deux personnes tissent une même étoffe : l’une en bas à la navette, l’autre en haut dans la tour, qui tire rangée par rangée les cordes du livre. En 1637, Song Yingxing décrivit comment on noue ce livre ; il garde une image en corde et se copie d’un métier à l’autre.',
    ]),
    wall: 'indigo',
    layout: 'grid',
    pieces: [
      {
        weave: 'standing-water',
        place: { column: 1, row: 1, width: 8, height: 7 },
        text: nothing,
        steps: [],
      },
      {
        weave: 'suns',
        place: { column: 9, row: 1, width: 4, height: 4 },
        text: nothing,
        steps: [],
      },
      {
        weave: 'hooks-wuling',
        place: { column: 9, row: 6, width: 4, height: 4 },
        text: nothing,
        steps: [],
      },
      notebookPiece,
    ],
  },
  {
    title: inFive(['One wall', '同一面墙', 'ผนังเดียวกัน', '하나의 벽', 'Un seul mur']),
    text: inFive([
      'Two hooked diamonds, two waters. The cloths of this wall belong to two institutions and were never in one room. Nobody can say who learnt from whom; a counted pattern travels without papers.',
      '两种钩菱，两种流水。这面墙上的织物分属两家机构，从未同处一室。谁学自谁，无人能断言；靠数而传的纹样，旅行时不需要证件。',
      'ลายขอสองผืน สายน้ำสองสาย ผ้าบนผนังนี้เป็นของสองสถาบันและไม่เคยอยู่ห้องเดียวกัน ไม่มีใครบอกได้ว่าใครเรียนจากใคร ลายที่ใช้วิธีนับเดินทางได้โดยไม่ต้องมีเอกสาร',
      '갈고리 마름모 둘, 물결 둘. 이 벽의 천은 두 기관의 것으로 한 방에 있어 본 적이 없다. 누가 누구에게 배웠는지는 아무도 말할 수 없다. 세어서 전하는 무늬는 증명서 없이 길을 떠난다.',
      'Deux losanges à crochets, deux eaux. Les étoffes de ce mur appartiennent à deux institutions et ne furent jamais dans une même salle. Nul ne peut dire qui apprit de qui ; un motif compté voyage sans papiers.',
    ]),
    wall: 'night',
    layout: 'grid',
    pieces: [
      {
        weave: 'hooks-mekong',
        place: { column: 1, row: 1, width: 6, height: 5 },
        text: nothing,
        steps: [
          {
            title: inFive(['A hook', '一个钩', 'ขอหนึ่งตัว', '갈고리 하나', 'Un crochet']),
            text: inFive([
              'Out from the ring, up, and back: on this shore it is the hook of the naga. Keep its shape in mind, and go on.',
              '自环而出，向上，折回：在此岸，它是那伽之钩。记住它的形状，再往前走。',
              'ออกจากวง ขึ้น แล้ววกกลับ ฝั่งนี้เรียกว่าขอนาค จำรูปร่างไว้แล้วเดินต่อ',
              '고리에서 나와 위로 꺾여 되돌아간다. 이쪽 강가에서는 나가의 갈고리라 한다. 모양을 기억하고 다음으로 가자.',
              'Il sort de l’anneau, monte et revient : sur cette rive, c’est le crochet du naga. Gardez sa forme en tête, et avancez.',
            ]),
            target: region(1010, 430, 380, 285),
          },
        ],
      },
      {
        weave: 'hooks-wuling',
        place: { column: 7, row: 1, width: 6, height: 5 },
        text: nothing,
        steps: [
          {
            title: inFive([
              'The same hook',
              '同样的钩',
              'ขอตัวเดียวกัน',
              '같은 갈고리',
              'Le même crochet',
            ]),
            text: inFive([
              'A thousand kilometres to the north it is one of forty-eight, and has nothing to do with a naga. The hand moves in the same way, because the loom lets it: three out, three up, two back.',
              '往北一千公里，它是四十八勾之一，与那伽毫无关系。手的动作却相同，因为织机只许如此：出三，上三，回二。',
              'ไกลขึ้นไปทางเหนือพันกิโลเมตร มันเป็นหนึ่งในสี่สิบแปดขอและไม่เกี่ยวกับนาคเลย แต่มือเคลื่อนเหมือนกันเพราะกี่ยอมให้ทำได้เพียงนี้ ออกสาม ขึ้นสาม กลับสอง',
              '북쪽으로 천 킬로미터, 그곳에서는 마흔여덟 갈고리 중 하나이며 나가와는 아무 상관이 없다. 그래도 손은 똑같이 움직인다. 베틀이 허락하는 길이 그것뿐이기 때문이다. 셋 나가고, 셋 오르고, 둘 돌아온다.',
              'Mille kilomètres plus au nord, il est l’un des quarante-huit et n’a rien d’un naga. La main fait pourtant le même geste, parce que le métier le permet : trois dehors, trois en haut, deux en arrière.',
            ]),
            target: region(1010, 430, 380, 285),
          },
        ],
      },
      {
        weave: 'flowing-water',
        place: { column: 1, row: 6, width: 6, height: 6 },
        text: nothing,
        steps: [
          {
            title: inFive([
              'Water in steps',
              '阶梯之水',
              'น้ำเป็นขั้น',
              '계단이 된 물',
              'L’eau en marches',
            ]),
            text: inFive([
              'In Nan water flows in steps, because a colour can only turn back at a thread of the warp.',
              '在难府，水呈阶梯而流，因为色线只能在一根经线处折返。',
              'ที่น่านสายน้ำไหลเป็นขั้น เพราะเส้นสีจะวกกลับได้เฉพาะที่เส้นยืนเท่านั้น',
              '난에서 물은 계단으로 흐른다. 색실은 날실이 있는 곳에서만 되돌아갈 수 있기 때문이다.',
              'À Nan, l’eau coule en marches, car une couleur ne peut revenir qu’à un fil de chaîne.',
            ]),
            target: region(860, 300, 640, 480),
          },
        ],
      },
      {
        weave: 'standing-water',
        place: { column: 7, row: 6, width: 6, height: 6 },
        text: nothing,
        steps: [
          {
            title: inFive(['Water that stands', '立水', 'น้ำที่ตั้งตรง', '서 있는 물', 'L’eau dressée']),
            text: inFive([
              'On the hem of the robe the same technique bends its steps so finely that they look drawn. Come closer once more, until the curve is made of steps again. There you are where you began: at one crossing, and which thread lies on top.',
              '在袍服的下摆，同样的技法把阶梯压得极细，看去竟如笔画。再走近一次，直到弧线重又化为阶梯。于是你回到起点：一个交点，哪根线在上。',
              'ที่เชิงฉลองพระองค์ วิธีเดียวกันดัดขั้นให้ละเอียดจนดูเหมือนวาด เข้ามาใกล้อีกครั้งจนเส้นโค้งกลับเป็นขั้น แล้วท่านจะกลับมาที่จุดเริ่มต้น คือจุดตัดหนึ่งจุด และเส้นไหนอยู่บน',
              '예복의 아랫단에서는 같은 기법이 계단을 아주 곱게 휘어 그린 듯 보이게 한다. 한 번 더 다가와 곡선이 다시 계단이 될 때까지 보자. 그러면 처음 자리에 돌아와 있다. 교차점 하나, 그리고 어느 올이 위에 있는가.',
              'Au bas de la robe, la même technique plie ses marches si finement qu’elles semblent dessinées. Approchez encore, jusqu’à ce que la courbe redevienne marches. Vous voilà au point de départ : un croisement, et lequel des fils est dessus.',
            ]),
            target: region(500, 720, 800, 600),
          },
        ],
      },
    ],
  },
]
