import type { LocalText } from '#kernel/values'
import type { CommunityLabel, Heritage } from '../rules/community.ts'
import {
  china,
  inFive,
  museum,
  school,
  type SeededWeave,
  seededWeaves,
  thailand,
  woven,
} from './weaves.ts'

/** The community of the demonstration; neither its village nor its group exists. */
const community = inFive([
  'Weavers of Ban Fang Nam (invented for this demonstration)',
  '班方南村织女组（为演示而虚构）',
  'กลุ่มทอผ้าบ้านฝั่งน้ำ (สมมติขึ้นเพื่อการสาธิต)',
  '반팡남 마을 직조 모임(시연을 위해 지어냄)',
  'Tisserandes de Ban Fang Nam (inventées pour cette démonstration)',
])

const heritage: Heritage = {
  vernacular: 'เก็บขิด',
  vernacularLanguage: 'tts',
  community,
  practitioners: 'ครูช่างทอและลูกศิษย์ของกลุ่มทอผ้าบ้านฝั่งน้ำ',
  customaryAccess: inFive([
    'A new pattern is begun after the teacher has been honoured. Finished patterns may be seen by everybody; the sticks of one that is being set up are touched by those who set it.',
    '起新花样之前须先拜师。织成的花样人人可看；正在穿挂的花本，只由穿挂者触碰。',
    'ก่อนเริ่มเก็บลายใหม่ต้องไหว้ครูก่อน ลายที่ทอเสร็จแล้วทุกคนชมได้ ส่วนไม้ขิดของลายที่กำลังเก็บอยู่ ผู้เก็บเท่านั้นที่จับต้อง',
    '새 무늬는 스승께 예를 올린 뒤에 시작한다. 짜고 난 무늬는 누구나 볼 수 있으나, 잡고 있는 무늬의 막대는 그것을 잡는 사람만 만진다.',
    'Un nouveau motif se commence après l’hommage au maître. Les motifs achevés sont visibles de tous ; seules touchent aux baguettes celles qui les mettent en place.',
  ]),
  grantedBy: 'กลุ่มทอผ้าบ้านฝั่งน้ำ',
  grantedOn: '2026-08-12',
  isCertified: true,
}

/** As a community would word it: in its own language alone. */
const labels: CommunityLabel[] = [
  {
    name: 'TK Attribution',
    text: 'วิธีเก็บขิดนี้เป็นความรู้ของช่างทอบ้านฝั่งน้ำที่สืบกันมาจากครู ผู้ใดนำไปแสดงหรือเล่าต่อ ขอให้ออกชื่อหมู่บ้านและครูช่างด้วย',
    language: 'th',
    community: 'กลุ่มทอผ้าบ้านฝั่งน้ำ',
    uri: 'https://localcontexts.org/label/tk-attribution/',
  },
]

const film = woven(13, 'film', museum, {
  title: [
    'Twenty-eight picks',
    '二十八梭',
    'พุ่งยี่สิบแปดครั้ง',
    '스물여덟 번의 북질',
    'Vingt-huit duites',
  ],
  place: thailand.all,
  alt: [
    'Two rows of diamonds in undyed silk and indigo, each thread as thick as a finger.',
    '两排本色丝与靛蓝的菱形，每根线粗如手指。',
    'ลายข้าวหลามตัดสองแถวสีไหมดิบและคราม เส้นด้ายแต่ละเส้นใหญ่ราวนิ้วมือ',
    '생사와 쪽빛의 마름모 두 줄. 올마다 손가락만큼 굵다.',
    'Deux rangs de losanges, soie écrue et indigo, chaque fil gros comme un doigt.',
  ],
  about: [
    'A film without sound, twenty-five seconds long: the diamond twill as it is woven, pick by pick. Like the pictures it was computed from the draft, and no frame of it is estimated from another.',
    '无声影片，二十五秒：菱形斜纹一梭一梭织成。与各图一样由织造图计算而成，没有一帧是由别的帧推测的。',
    'ภาพเคลื่อนไหวไม่มีเสียง ยาวยี่สิบห้าวินาที แสดงลายข้าวหลามตัดที่ทอขึ้นทีละพุ่ง คำนวณจากแบบทอเช่นเดียวกับภาพอื่น',
    '소리 없는 이십오 초짜리 영상. 마름모 능직이 한 번의 북질마다 자라난다. 다른 그림처럼 직조 도안에서 계산하였다.',
    'Un film muet de vingt-cinq secondes : le sergé losangé tel qu’il se tisse, duite après duite. Comme les images, il est calculé d’après la mise en carte.',
  ],
})

const heddle = woven(14, 'heddle', museum, {
  title: [
    'Keeping a pattern in string',
    '以绳存纹',
    'การเก็บขิด',
    '끈에 무늬를 간직하기',
    'Garder un motif dans la corde',
  ],
  place: thailand.isan,
  alt: [
    'The back of the loom: a curtain of white string between two posts, crossed by bamboo sticks, the red warp running through it.',
    '织机背面：两柱之间垂着白色绳帘，横插竹签，红色经线从中穿过。',
    'ด้านหลังกี่ ม่านเชือกขาวระหว่างเสาสองต้น มีไม้ไผ่สอดขวาง เส้นยืนสีแดงลอดผ่าน',
    '베틀의 뒤. 두 기둥 사이에 드리운 흰 끈의 발에 대나무 막대가 가로 꽂혀 있고 붉은 날실이 그 사이를 지난다.',
    'L’arrière du métier : un rideau de cordes blanches entre deux montants, traversé de baguettes, où passe la chaîne rouge.',
  ],
  about: [
    'A weaver picks the threads of one row with a pointed stick, lifts them, and lays a bamboo stick into the string behind them. Row by row the pattern moves from her memory into the loom, and anybody who sits down at it can weave what she knew.',
    '织者以尖签挑起一行的经线，在其后的绳中放入一根竹签。一行一行，花纹由她的记忆移入织机；谁坐上来，都能织出她所知道的。',
    'ช่างทอใช้ไม้ปลายแหลมคัดเส้นยืนทีละแถว ยกขึ้น แล้วสอดไม้ไผ่เก็บไว้ในเชือกด้านหลัง ลายจึงย้ายจากความจำของเธอมาอยู่ในกี่ทีละแถว ใครมานั่งต่อก็ทอสิ่งที่เธอรู้ได้',
    '직공은 뾰족한 막대로 한 줄의 날실을 골라 들어 올리고, 그 뒤의 끈에 대나무 막대를 꽂는다. 무늬는 한 줄씩 기억에서 베틀로 옮겨 가고, 누가 앉더라도 그가 알던 것을 짤 수 있다.',
    'Avec une baguette pointue, la tisserande choisit les fils d’une rangée, les lève, et glisse derrière eux un bambou dans la corde. Rangée après rangée, le motif passe de sa mémoire au métier, et qui s’y assied peut tisser ce qu’elle savait.',
  ],
})

const notebook = woven(15, 'notebook', school, {
  title: [
    'A leaf of a notebook of drafts',
    '织谱一叶',
    'แผ่นหนึ่งจากสมุดแบบทอ',
    '직조 도안첩의 한 장',
    'Un feuillet d’un cahier de mises en carte',
  ],
  place: china.jiangnan,
  alt: [
    'A grid of a draft in ink: threading and tie-up above, treadling at the side, slanting lines between them.',
    '墨色织造图：上为穿综与吊综，侧为踏综，中间是斜纹。',
    'ตารางแบบทอเขียนหมึก ด้านบนเป็นการร้อยและการผูก ด้านข้างเป็นการเหยียบ ตรงกลางเป็นลายเฉียง',
    '먹으로 그린 직조 도안. 위에는 꿰기와 매기, 옆에는 밟기, 그 사이에 빗금이 있다.',
    'Le quadrillage d’une mise en carte à l’encre : rentrage et attachage en haut, marchure au côté, des obliques entre eux.',
  ],
  about: [
    'What a school shows of a notebook that another house keeps. Beside the drawing stands what that house published, as it was on the day on which it was fetched: should its address be lost one day, the leaf stays.',
    '学院所展示的，是另一机构所藏织谱的一叶。图旁附有该机构当日发布的内容，原样保存；即使日后网址失效，这一叶仍在。',
    'สิ่งที่คณะแสดงจากสมุดซึ่งอีกแห่งหนึ่งเก็บรักษา ข้างภาพคือข้อมูลที่แห่งนั้นเผยแพร่ เก็บไว้ตามสภาพในวันที่ดึงมา แม้วันหนึ่งที่อยู่เว็บจะหายไป แผ่นนี้ยังอยู่',
    '다른 곳이 간직한 도안첩에서 이 학원이 보여 주는 한 장. 그림 곁에는 그곳이 공개한 내용이 가져온 날의 모습대로 놓여 있다. 주소가 사라져도 이 장은 남는다.',
    'Ce qu’une école montre d’un cahier gardé par une autre maison. À côté du dessin se tient ce que cette maison a publié, tel qu’au jour où il fut pris : si son adresse se perd, le feuillet reste.',
  ],
})

/** All objects of the exhibition: cloths, and what moves, sounds, or is told by others. */
export const seededPieces: readonly SeededWeave[] = [
  ...seededWeaves,
  film,
  {
    ...heddle,
    details: {
      ...heddle.details,
      kind: 'intangible',
      rights_uri: 'http://creativecommons.org/licenses/by/4.0/',
      provenances: inFive([
        'Told to the museum by the weavers, who read this text before it was shown.',
        '由织女们向博物馆讲述，展出前经其阅看。',
        'ช่างทอเล่าให้พิพิธภัณฑ์ฟัง และได้อ่านข้อความนี้ก่อนนำแสดง',
        '직공들이 박물관에 들려주고, 전시하기 전에 이 글을 읽어 보았다.',
        'Raconté au musée par les tisserandes, qui ont lu ce texte avant qu’il soit montré.',
      ]),
      heritage,
      community_labels: labels,
    },
  },
  notebook,
]

/** What is seen in the film, in one go. */
export const filmTranscript: LocalText = inFive([
  'The film has no sound. Forty-two threads of undyed silk hang side by side. A blue thread passes through them from the left, under some and over others; the next comes from the right. The crossings draw a slanting line that climbs from thread to thread. At the eighth pick it turns back, and a row of diamonds closes. At the fifteenth it begins again, and a second row grows under the first, the same to the thread. The cloth rests for three seconds.',
  '影片无声。四十二根本色丝线并排垂着。一根蓝线自左穿入，有时在下，有时在上；下一根自右而来。交点连成一条斜线，逐根上升。到第八梭，斜线折返，一排菱形合拢。第十五梭重新开始，第一排下面长出第二排，每一根线都相同。布静置三秒。',
  'ภาพเคลื่อนไหวนี้ไม่มีเสียง เส้นไหมดิบสี่สิบสองเส้นเรียงเคียงกัน เส้นสีน้ำเงินสอดเข้ามาจากซ้าย ลอดใต้บางเส้นและข้ามบางเส้น เส้นถัดไปมาจากขวา จุดตัดเรียงเป็นเส้นเฉียงไล่ไปทีละเส้น ถึงพุ่งที่แปดก็วกกลับ ข้าวหลามตัดแถวหนึ่งปิดสนิท พุ่งที่สิบห้าเริ่มใหม่ แถวที่สองงอกใต้แถวแรกเหมือนกันทุกเส้น แล้วผ้านิ่งอยู่สามวินาที',
  '영상에는 소리가 없다. 생사 마흔두 올이 나란히 드리워 있다. 푸른 올이 왼쪽에서 들어와 어떤 올 아래로, 어떤 올 위로 지나가고, 다음 올은 오른쪽에서 온다. 교차점이 한 올씩 나아가는 빗금을 그린다. 여덟 번째에서 되돌아가 마름모 한 줄이 닫힌다. 열다섯 번째에 다시 시작하여 첫 줄 아래 똑같은 둘째 줄이 자란다. 천은 삼 초 동안 멈추어 있다.',
  'Le film est muet. Quarante-deux fils de soie écrue pendent côte à côte. Un fil bleu y passe depuis la gauche, sous les uns et par-dessus les autres ; le suivant vient de la droite. Les croisements dessinent une oblique qui avance de fil en fil. À la huitième duite elle revient, et un rang de losanges se ferme. À la quinzième tout recommence, et un second rang croît sous le premier, pareil au fil près. L’étoffe reste trois secondes immobile.',
])
