import type en from './revisers.en.ts'

export default {
  'revision.not-you': '被申诉的决定由您作出。此次由他人决定；您仍可处理各行课程。',
  'revision.another': '此前的决定由{name}作出，此次由他人决定。',
  'revision.refusal.same-decider': '被申诉的决定由您作出，复议须由他人决定。未作更改。',
  'settings.revisionByAnother': '申诉后由他人决定',
  'settings.revisionByAnother-hint':
    '只要本校另有可作决定的人，作出被申诉决定的人不得决定其复议。代理人以实际办理人计。',
} as const satisfies Record<keyof typeof en, string>
