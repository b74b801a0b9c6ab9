/** Captions and transcripts. */
export default {
  'captions.file': 'ไฟล์คำบรรยาย',
  'captions.hint': 'WebVTT หรือ SubRip ไม่เกิน 500 KB ผู้ที่ไม่ได้ยินจะอ่านได้ใต้ภาพ',
  'captions.language': 'ภาษาของคำบรรยาย',
  'captions.remove': 'นำคำบรรยาย{language}ออก',
  'captions.removed': 'นำคำบรรยายออกแล้ว',
  'captions.send': 'รับคำบรรยาย',
  'captions.taken': 'ใส่คำบรรยายแล้ว',
  'refusal.captions': 'โปรดส่งคำบรรยายแบบ WebVTT หรือ SubRip โดยทุกข้อความต้องจบหลังเวลาเริ่ม',
  'refusal.no-sound': 'มีเพียงวิดีโอและเสียงบันทึกที่ใส่คำบรรยายได้',
  'transcript.hint': 'สิ่งที่พูดและได้ยิน สำหรับผู้ที่ไม่ได้ยิน หากเว้นว่างไว้ ระบบจะแสดงคำบรรยายเป็นข้อความแทน',
  'transcript.title': 'ถอดความเป็นตัวอักษร',
}
