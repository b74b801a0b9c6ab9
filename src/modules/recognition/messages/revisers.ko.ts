import type en from './revisers.en.ts'

export default {
  'revision.not-you':
    '이의가 제기된 결정을 내린 분입니다. 이번에는 다른 사람이 결정하며, 행에 대한 작업은 계속할 수 있습니다.',
  'revision.another': '이전 결정은 {name} 님이 내렸습니다. 이번에는 다른 사람이 결정합니다.',
  'revision.refusal.same-decider':
    '이의가 제기된 결정을 내린 분이므로 재심사는 다른 사람이 결정합니다. 변경된 것은 없습니다.',
  'settings.revisionByAnother': '이의 신청 후에는 다른 사람이 결정',
  'settings.revisionByAnother-hint':
    '대학에 결정할 수 있는 다른 사람이 있는 한, 이의가 제기된 결정을 내린 사람은 재심사를 결정하지 않습니다. 대행자는 실제로 행하는 사람을 기준으로 합니다.',
} as const satisfies Record<keyof typeof en, string>
