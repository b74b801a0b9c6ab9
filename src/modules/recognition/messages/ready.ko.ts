import type en from './ready.en.ts'

export default {
  'ready.title': '함께 결정할 수 있는 건',
  'ready.lead':
    '규칙과 선례가 모든 행을 판정한 건입니다. 각 건이 무엇을 인정하고 무엇에 근거하는지 확인하십시오. 결정은 건별로 이루어지며 평소처럼 취소할 수 있습니다.',
  'ready.none': '규칙과 선례만으로 판정된 건이 없습니다',
  'ready.none-why': '판정을 기다리는 행이 있거나 담당자가 판정을 바꾼 건은 하나씩 결정합니다.',
  'ready.stands-on': '인정 내용과 근거',
  'ready.decide': '선택한 건 결정',
  'ready.decided': '{count}건을 결정했습니다',
  'ready.undo': '대학이 정한 시간 안에는 각 건의 화면에서 취소할 수 있습니다.',
  'ready.left': '{count}건은 제외했습니다',
  'ready.link': '여러 건 함께 결정',
} as const satisfies Record<keyof typeof en, string>
