/** The texts of couples who want their places together, and of what cannot be promised them. */
export default {
  'method.name.couples-uncertified': '쌍을 함께 배정(보증하지 않음)',
  'method.hint.couples-uncertified':
    '두 사람이 공동 희망의 자리 쌍을 함께 얻거나 둘 다 얻지 못합니다. 결과에 대해 아무것도 보장하지 않으며, 남은 불안정한 곳의 수를 세어 증명서에 적습니다.',
  'method.hindrance.couples':
    '쌍 목록이 있으나 이 방식은 그것을 고려하지 않습니다. 쌍 목록을 빼거나 쌍을 함께 배정하는 방식을 고르십시오.',
  'method.hindrance.no-couples':
    '세 번째 목록이 필요합니다. 쌍과 그 자리 쌍을 “연구실 / 박물관”처럼 적은 것입니다.',
  'list.couples': '쌍',
  'list.couples.file': '쌍과 그 자리 쌍(있는 경우)',
  'list.couples.hint':
    '쌍마다 한 행: 두 사람의 이름, 이어서 “연구실 / 박물관” 같은 자리 쌍을 가장 원하는 것부터 적습니다. 두 사람은 지원자 목록에도 희망 없이 올립니다. 이 목록이 있으면 보증하지 않는 방식만 쓸 수 있습니다.',
  'list.couples.paste': '쌍의 행',
  'lists.without-couples': '쌍 목록 빼기',
  'lists.without-pairs': '짝 목록 빼기',
  'columns.couple-first': '첫째',
  'columns.couple-second': '둘째',
  'columns.couple-choice': '자리 쌍',
  'columns.first-pair': '자리 쌍의 첫 열',
  'columns.last-pair': '자리 쌍의 마지막 열',
  'template.pair': '자리 쌍 {choice, number}',
  'fault.couple-empty': '{row, number}행: 쌍에는 두 사람의 이름이 필요합니다.',
  'fault.couple-self':
    '{row, number}행: 이 쌍에 {of} 이름이 두 번 있습니다. 다른 사람의 이름을 적으십시오.',
  'fault.couple-unknown':
    '{row, number}행: {name} 이름이 지원자 목록에 없습니다. 그곳에 희망 없이 한 행을 더하십시오.',
  'fault.couple-own-list':
    '{row, number}행: {name} 지원자는 지원자 목록에 단독 희망도 적혀 있습니다. 하나만 남기십시오.',
  'fault.couple-twice': '{row, number}행: {name} 지원자가 두 쌍 이상에 있습니다.',
  'fault.couple-none':
    '{row, number}행: {of}, {name} 쌍에 자리 쌍이 없습니다. “연구실 / 박물관”처럼 하나 이상 적으십시오.',
  'fault.couple-choice':
    '{row, number}행: “{name}”은(는) 자리 목록의 두 자리가 아닙니다. “연구실 / 박물관”처럼 적으십시오.',
  'fault.couple-choice-twice': '{row, number}행: 이 쌍이 “{name}”을(를) 두 번 적었습니다.',
  'couples.not.title': '보증하지 않음: 쌍이 있을 때 보장할 수 없는 것',
  'couples.not.exists':
    '결과가 안정적이라는 것. 아무도 바꾸고 싶어 하지 않는 결과가 없을 수 있고, 있어도 찾지 못할 수 있습니다. 서로 바꾸고 싶어 하는 경우의 수를 밝힙니다.',
  'couples.not.best':
    '누구에게든 가장 좋은 결과라는 것. 다른 결과가 더 많은 사람에게 더 원하는 자리를 줄 수도 있습니다.',
  'couples.not.truth': '솔직한 희망이 가장 유리하다는 것.',
  'couples.not.repair':
    '누군가 빠질 때 다른 사람의 변동이 가장 적다는 것. 그때는 차수를 다시 배정합니다.',
  'run.state.told': '확인됨, 보증 아님',
  'run.published-uncertified': '공개됨, 보증 아님',
  'run.next.told': '센 결과를 읽고, 받아들일 수 있는지 판단한 뒤 공개하십시오',
  'proof.told': '확인한 것',
  'proof.couples':
    '어느 자리도 정원을 넘지 않으며, 단독 지원자는 희망했고 순위에 오른 자리에만, 쌍은 둘 다 순위에 오른 공동 희망의 자리 쌍에만 배정되거나 배정되지 않았습니다.',
  'proof.couples-count': '아래의 바꾸고 싶어 하는 경우의 수가 맞습니다.',
  'check.told': '확인됨, 보증 아님',
  'published.told':
    '방금 확인했습니다. 증명서는 결과를 사실대로 적고 있습니다. 쌍이 있으므로 결과가 안정적이라는 뜻은 아닙니다.',
  'explain.couple-list':
    '함께 지원한 두 사람의 공동 희망입니다. 본인의 자리, 이어서 다른 사람의 자리입니다.',
  'explain.host-couples':
    '쌍이 있으면 원하는 사람이 있어도 자리가 빌 수 있고, 순위가 앞선 사람이 상대방의 자리가 없어 빠질 수 있습니다.',
  'couples.placed':
    '{applicant} 지원자는 {place}에 배정되었습니다. {choice, number}지망입니다. 앞선 희망은 받아 주지 않는 자리가 있었거나, 불안정한 경우로 세어져 있습니다.',
  'couples.refused':
    '{place} 자리의 정원 {seats, number}명이 모두 {applicant} 지원자보다 앞선 사람으로 찼습니다. 그 자리의 순위 또는 동순위 추첨에 따른 것입니다.',
  'couples.partner-refused':
    '{place}의 경우 {applicant} 지원자에게는 걸림이 없었으나, {other} 자리의 정원 {seats, number}명이 모두 다른 한 사람보다 앞선 사람으로 찼습니다.',
  'couples.partner-unranked':
    '{place}의 경우 {applicant} 지원자에게는 걸림이 없었으나, {other} 자리가 다른 한 사람을 순위에 올리지 않았습니다.',
  'couples.could-have':
    '{applicant} 지원자는 {place}에 갈 수 있고 그것을 더 원합니다. 불안정한 경우로 센 것 가운데 하나입니다. 이런 경우가 없는 결과를 찾지 못했으므로 사람이 살펴보아야 합니다.',
  'withdrawal.of-couple':
    '빠진 사람은 다른 사람과 함께 지원했고, 그 사람의 단독 희망은 어느 목록에도 없습니다. 상대방에게 물어 쌍을 빼고 목록을 다시 올린 뒤 차수를 다시 실행하십시오.',
}
