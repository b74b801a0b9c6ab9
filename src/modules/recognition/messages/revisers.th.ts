import type en from './revisers.en.ts'

export default {
  'revision.not-you': 'ท่านเป็นผู้ตัดสินผลที่ถูกอุทธรณ์ ครั้งนี้ผู้อื่นเป็นผู้ตัดสิน แต่ท่านยังทำงานกับรายการต่าง ๆ ได้',
  'revision.another': '{name} เป็นผู้ตัดสินครั้งก่อน ครั้งนี้ผู้อื่นเป็นผู้ตัดสิน',
  'revision.refusal.same-decider': 'ท่านเป็นผู้ตัดสินผลที่ถูกอุทธรณ์ ผู้อื่นต้องเป็นผู้ตัดสินการทบทวน ไม่มีการเปลี่ยนแปลง',
  'settings.revisionByAnother': 'หลังอุทธรณ์ ให้ผู้อื่นเป็นผู้ตัดสิน',
  'settings.revisionByAnother-hint':
    'ผู้ตัดสินผลที่ถูกอุทธรณ์จะไม่ตัดสินการทบทวน ตราบที่สถาบันยังมีผู้อื่นที่ตัดสินได้ ผู้ปฏิบัติหน้าที่แทนนับตามตัวผู้ปฏิบัติ',
} as const satisfies Record<keyof typeof en, string>
