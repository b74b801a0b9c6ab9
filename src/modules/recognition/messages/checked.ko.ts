import type en from './checked.en.ts'

export default {
  'checked.title': '확인한 내용',
  'checked.code': '이 코드는 {institution}에서 {day}에 발급한 인정서의 것입니다.',
  'checked.latest': '이를 대신하는 이후 개정판은 없습니다.',
  'checked.later': '{day} 자 개정 {revision}판이 이를 대신합니다.',
  'checked.stands': '결정이 유효하며, 다시 심사 중이지 않습니다.',
  'checked.open': '다시 심사 중이며 새 결정을 기다리고 있습니다.',
  'checked.same': '입력하신 학번이 이 인정서의 학번과 같습니다.',
  'checked.other': '입력하신 학번이 이 인정서의 학번과 다릅니다.',
  'checked.no-number': '학번은 대조하지 않았습니다. 대조하려면 아래에 입력하십시오.',
  'checked.paper':
    '종이 문서 자체는 직접 대조하셔야 합니다. 종이의 모든 내용이 여기와 같아야 합니다.',
  'checked.again': '다시 확인하거나 다른 인정서 확인',
} satisfies Record<keyof typeof en, string>
