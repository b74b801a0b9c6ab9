import type en from './outcomes.en.ts'

export default {
  'entry.cohort-step-named': 'ผ่านขั้นตอนของโครงการ: {step}',
  'entry.initiative-output-changed': 'แก้ไขผลงานของกิจกรรมความร่วมมือ',
  'entry.initiative-output-removed': 'นำผลงานของกิจกรรมความร่วมมือออก',
  'entry.initiative-output-restored': 'นำผลงานของกิจกรรมความร่วมมือกลับมา',
  'initiative.change-output': 'แก้ไขผลงาน',
  'initiative.output-removed': 'นำผลงานออกแล้ว',
} satisfies Record<keyof typeof en, string>
