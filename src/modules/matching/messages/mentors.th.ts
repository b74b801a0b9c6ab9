import type en from './mentors.en.ts'

export default {
  'method.name.mentors': 'ที่ปรึกษาหนึ่งคนต่อนักศึกษาหนึ่งคน',
  'method.hint.mentors':
    'ให้นักศึกษาที่ไม่มีที่ปรึกษามีน้อยที่สุด และในบรรดาผลเช่นนั้นเลือกผลที่ตรงกับความประสงค์ สาขา หรือค่าที่กำหนดมากที่สุด ใช้กับผู้ประเมินได้ด้วย',
  'method.name.coupled-mentors': 'ที่ปรึกษาฝ่ายวิชาการและภาคอุตสาหกรรมอย่างละคนต่อนักศึกษาหนึ่งคน',
  'method.hint.coupled-mentors':
    'ทั้งสามคนมีภาษาร่วมกัน รอบเล็กคำนวณหาคำตอบที่ดีที่สุดโดยตรง รอบใหญ่คำนวณเป็นขั้นตอนพร้อมขอบเขตที่พิสูจน์แล้ว ทุกคนจึงเห็นว่าดีขึ้นได้อีกไม่เกินเท่าใด',
  'method.hindrance.one-kind':
    'รายชื่อที่ปรึกษาต้องมีคอลัมน์ “ประเภท” ที่มีทั้งสองประเภท คือ วิชาการ และ อุตสาหกรรม',
  'method.hindrance.both-kinds':
    'รายชื่อมีที่ปรึกษาทั้งสองประเภท วิธีนี้ให้ที่ปรึกษาเพียงคนเดียวและไม่ดูประเภท หากต้องการเช่นนั้นโปรดนำคอลัมน์ “ประเภท” ออก',
  'method.other-kind': 'รอบนี้จัดสรรสิ่งอื่น โปรดเลือกวิธีของรอบนี้',
  'mentor-lists.too-many':
    'คู่ที่เป็นไปได้มีมากกว่า {most, number} คู่ ซึ่งมากเกินไปสำหรับหนึ่งรอบ โปรดให้รายการคู่พร้อมค่า โดยระบุเฉพาะคู่ที่เหมาะสม เช่น ยี่สิบคู่ที่ดีที่สุดของนักศึกษาแต่ละคน',
  'fault.student-twice':
    'แถวที่ {row, number}: นักศึกษา {name} อยู่ในรายชื่อมากกว่าหนึ่งครั้ง โปรดเหลือคนละหนึ่งแถว',
  'fault.mentor-twice':
    'แถวที่ {row, number}: ที่ปรึกษา {name} อยู่ในรายชื่อมากกว่าหนึ่งครั้ง โปรดเหลือคนละหนึ่งแถว',
  'fault.unknown-mentor': 'แถวที่ {row, number}: {of} เลือก {name} ซึ่งไม่อยู่ในรายชื่อที่ปรึกษา',
  'fault.unknown-student': 'แถวที่ {row, number}: {of} ระบุ {name} ซึ่งไม่อยู่ในรายชื่อนักศึกษา',
  'fault.named-twice': 'แถวที่ {row, number}: {of} ระบุ {name} สองครั้ง',
  'fault.mentor-seats':
    'แถวที่ {row, number}: “{name}” ไม่ใช่จำนวนนักศึกษา โปรดระบุว่า {of} รับได้ไม่เกินกี่คน เป็นจำนวนเต็มตั้งแต่ 0 ถึง 1,000,000',
  'fault.mentor-kind':
    'แถวที่ {row, number}: “{name}” ไม่ใช่ประเภทที่ปรึกษา โปรดเขียน วิชาการ หรือ อุตสาหกรรม ให้ {of}',
  'fault.language':
    'แถวที่ {row, number}: ไม่รู้จักภาษา “{name}” โปรดเขียนภาษาของ {of} เป็นชื่อหรือรหัส เช่น “อังกฤษ, ไทย” หรือ “en th”',
  'fault.no-language': 'แถวที่ {row, number}: {of} ไม่ได้ระบุภาษา จึงจับคู่กับใครไม่ได้ โปรดระบุอย่างน้อยหนึ่งภาษา',
  'fault.languages-missing': 'รายชื่อนี้ไม่มีคอลัมน์ภาษา แต่อีกรายชื่อหนึ่งมี โปรดเพิ่มคอลัมน์นี้ หรือนำออกจากอีกรายชื่อ',
  'fault.pair-empty': 'แถวที่ {row, number}: คู่ต้องมีทั้งนักศึกษาและที่ปรึกษา',
  'fault.pair-cost':
    'แถวที่ {row, number}: “{name}” ไม่ใช่ค่า โปรดเขียนจำนวนเต็มตั้งแต่ 0 ถึง 10,000,000 ให้ {of} คู่ที่ไม่อนุญาตไม่ต้องมีแถว',
  'fault.pair-student': 'แถวที่ {row, number}: {name} ไม่อยู่ในรายชื่อนักศึกษา',
  'fault.pair-mentor': 'แถวที่ {row, number}: {name} ซึ่งจับคู่กับ {of} ไม่อยู่ในรายชื่อที่ปรึกษา',
  'fault.pair-twice': 'แถวที่ {row, number}: คู่ {of} กับ {name} อยู่ในรายการมากกว่าหนึ่งครั้ง',
  'shortage.title': 'ไม่สามารถจัดสรรให้ทุกคนได้',
  'shortage.lead': 'รอบนี้ยังประมวลผลได้ สิ่งที่ขาดและสิ่งน้อยที่สุดที่จะช่วยได้มีดังนี้',
  'shortage.mentor-nowhere':
    'นักศึกษา {count, number} คนไม่สามารถมี{kind, select, academic {ที่ปรึกษาฝ่ายวิชาการ} industry {ที่ปรึกษาภาคอุตสาหกรรม} other {ที่ปรึกษา}}ได้เลย ไม่ว่าแต่ละคนจะรับเพิ่มเท่าใด เพราะไม่มีคู่ที่อนุญาตซึ่งใช้ภาษาร่วมกัน โปรดอนุญาตคู่อื่น หรือหาที่ปรึกษาที่ใช้ภาษาของนักศึกษา: {names}',
  'shortage.mentor-bottleneck':
    'นักศึกษา {people, number} คนมีได้เฉพาะ{kind, select, academic {ที่ปรึกษาฝ่ายวิชาการ} industry {ที่ปรึกษาภาคอุตสาหกรรม} other {ที่ปรึกษา}}เหล่านี้ ซึ่งรับรวมกันได้ {seats, number} คน: {names}',
  'shortage.mentor-add':
    'การเพิ่มที่น้อยที่สุดซึ่งทำให้คนอื่นทุกคนมีที่ปรึกษา: รับเพิ่มรวม {count, number} คน ที่ {names} พิสูจน์แล้วว่าน้อยกว่านี้ไม่พอ',
  'shortage.mentor-instead': 'อีกวิธีหนึ่ง: รับเพิ่มรวม {count, number} คน ที่ {names}',
  'shortage.mentor-none': 'นักศึกษาทุกคนมีที่ปรึกษาครบทุกประเภทได้ โดยใช้ภาษาร่วมกัน',
  'shortage.mentor-trio':
    'นักศึกษา {count, number} คนหาที่ปรึกษาแต่ละประเภทได้ แต่ไม่มีสองคนใดที่ใช้ภาษาเดียวกันทั้งสามคน: {names} หากมีที่ปรึกษาที่ใช้ภาษาของนักศึกษาเพิ่มอีกหนึ่งคนก็จะช่วยได้',
  'mentors.matched-one': 'นักศึกษา {matched, number} จาก {applicants, number} คนมีที่ปรึกษาที่ใช้ภาษาร่วมกัน',
  'mentors.proved-one':
    'พิสูจน์แล้ว: ไม่มีผลใดเหลือนักศึกษาที่ไม่มีที่ปรึกษาน้อยกว่านี้ และในบรรดาผลที่เหลือน้อยเท่ากัน ไม่มีผลใดมีค่าต่ำกว่า {cost, number}',
  'mentors.scarce':
    '{place} รับได้ {seats, number} คนและเต็มแล้ว หากให้ {applicant} แทนคนใดคนหนึ่ง จะมีนักศึกษาที่ไม่มีที่ปรึกษามากขึ้น',
  'mentors.full-even':
    '{place} รับได้ {seats, number} คนและเต็มแล้ว หากจับคู่กับ {applicant} จะมีค่า {cost, number} ผลที่ได้ดีเท่ากันหรือดีกว่าสำหรับทุกคนโดยรวม',
  'repair.proved-one-mentor':
    'พิสูจน์แล้ว: เมื่อไม่นับผู้ถอนตัว ไม่มีผลใดเหลือนักศึกษาที่ไม่มีที่ปรึกษาน้อยกว่านี้ ในบรรดานั้นไม่มีผลใดเปลี่ยนคนน้อยกว่า และในบรรดานั้นไม่มีผลใดมีค่าต่ำกว่า นักศึกษาที่เปลี่ยน: {count, number} คน',
  'proof.mentors': 'ไม่มีที่ปรึกษาคนใดรับเกินจำนวน ทุกคู่เป็นคู่ที่อนุญาต และนักศึกษาทุกคนมีภาษาร่วมกับที่ปรึกษาของตน',
  'proof.nothing-drawn': 'ไม่มีการจับสลาก รายชื่อเดียวกันให้ค่าเท่ากันไม่ว่าใครประมวลผล',
  'round.gives': 'รอบนี้จัดสรรอะไร',
  'round.gives.places': 'ที่ที่เปิดรับ',
  'round.gives.places-hint': 'การฝึกงาน การไปพำนัก โครงการ: ผู้สมัครเลือก หน่วยงานจัดลำดับผู้สมัครได้',
  'round.gives.mentors': 'ที่ปรึกษาหรือผู้ประเมิน',
  'round.gives.mentors-hint':
    'นักศึกษาละหนึ่งคน หรือที่ปรึกษาฝ่ายวิชาการและภาคอุตสาหกรรมอย่างละคน โดยทั้งสามใช้ภาษาร่วมกัน',
  'mentor-round.kind': 'รอบจับคู่ที่ปรึกษา',
  'mentor-round.students': 'นักศึกษา',
  'mentor-round.mentors': 'ที่ปรึกษา',
  'mentor-round.pairs': 'คู่',
  'mentor-round.student': 'นักศึกษา',
  'mentor-round.mentor': 'ที่ปรึกษา',
  'mentor-round.kind-name':
    '{kind, select, academic {ที่ปรึกษาฝ่ายวิชาการ} industry {ที่ปรึกษาภาคอุตสาหกรรม} other {ที่ปรึกษา}}',
  'mentor-round.kind-names':
    '{kind, select, academic {ที่ปรึกษาฝ่ายวิชาการ} industry {ที่ปรึกษาภาคอุตสาหกรรม} other {ที่ปรึกษา}}',
  'mentor-round.kind-title':
    '{kind, select, academic {ที่ปรึกษาฝ่ายวิชาการ} industry {ที่ปรึกษาภาคอุตสาหกรรม} other {ที่ปรึกษา}}',
  'mentor-round.students.file': 'นักศึกษา ภาษา และความประสงค์',
  'mentor-round.students.hint':
    'หนึ่งแถวต่อนักศึกษาหนึ่งคน: ชื่อหรือรหัส ภาษา สาขาหากต้องการ ตามด้วยที่ปรึกษาที่ต้องการเรียงจากที่ต้องการที่สุด ไม่ระบุก็ได้',
  'mentor-round.students.paste': 'แถวของนักศึกษา',
  'mentor-round.mentors.file': 'ที่ปรึกษาและจำนวนนักศึกษาที่รับได้',
  'mentor-round.mentors.hint':
    'หนึ่งแถวต่อที่ปรึกษาหนึ่งคน: ชื่อ ประเภท (วิชาการ หรือ อุตสาหกรรม หากมีประเภทเดียวไม่ต้องมีคอลัมน์นี้) จำนวนนักศึกษาสูงสุด ภาษา สาขาหากต้องการ ตามด้วยนักศึกษาที่อยากรับเรียงตามลำดับ',
  'mentor-round.mentors.paste': 'แถวของที่ปรึกษา',
  'mentor-round.pairs.file': 'คู่ (ไม่บังคับ)',
  'mentor-round.pairs.hint':
    'นักศึกษา ที่ปรึกษา และค่า: จะอนุญาตเฉพาะคู่เหล่านี้ และหาค่าที่น้อยที่สุด หากไม่มีคอลัมน์ “ค่า” รายการนี้คือคู่ที่ห้ามจับ เช่น เพราะมีผลประโยชน์ทับซ้อน',
  'mentor-round.pairs.paste': 'แถวของคู่',
  'mentor-round.lists': 'รายชื่อ',
  'mentor-round.rule': 'ค่าของคู่เมื่อไม่ได้กำหนดไว้',
  'mentor-round.rule-wishes':
    'ลดลงหนึ่งลำดับในความประสงค์ของนักศึกษามีค่า 10 ที่ปรึกษาที่ไม่ได้เลือกมีค่า 100 ผู้ไม่ระบุความประสงค์ไม่มีค่าเพิ่มกับใคร',
  'mentor-round.rule-named': 'ลดลงหนึ่งลำดับในความประสงค์ของที่ปรึกษามีค่า 5 นักศึกษาที่ไม่ได้ระบุมีค่า 50',
  'mentor-round.rule-fields': 'เพิ่ม 60 เมื่อทั้งสองฝ่ายระบุสาขาแต่ไม่มีสาขาร่วมกัน ผลรวมยิ่งน้อยยิ่งดี',
  'mentor-round.next.lists': 'ส่งรายชื่อนักศึกษาและรายชื่อที่ปรึกษา',
  'mentor-round.start':
    'รายชื่อจะถูกตรึงตามที่เป็นอยู่ แล้วประมวลผลและตรวจสอบ ภายหลังประมวลผลใหม่ด้วยรายชื่ออื่นได้ ทุกครั้งจะเก็บไว้',
  'mentor-round.seats': 'จำนวนนักศึกษาที่ที่ปรึกษารับได้',
  'mentor-round.students-at-most': 'จำนวนนักศึกษาสูงสุด',
  'mentor-round.languages': 'ภาษา',
  'mentor-round.kind-column': 'ประเภท',
  'mentor-round.fields': 'สาขา',
  'mentor-round.origin': 'ประเทศหรือหน่วยงาน',
  'mentor-round.cost': 'ค่า',
  'mentor-round.wish': 'ความประสงค์',
  'mentor-round.wish-number': 'ความประสงค์ที่ {choice, number}',
  'mentor-round.wish-later': 'ความประสงค์ที่ {choice, number} เป็นต้นไป',
  'mentor-round.named': 'นักศึกษาที่ระบุ',
  'mentor-round.first-wish': 'คอลัมน์แรกของความประสงค์',
  'mentor-round.last-wish': 'คอลัมน์สุดท้ายของความประสงค์',
  'mentor-round.matched': 'มีที่ปรึกษาครบ',
  'mentor-round.none': 'ไม่มีที่ปรึกษา',
  'mentor-round.search': 'ค้นหาชื่อ รหัส หรือที่ปรึกษา',
  'mentor-round.nobody-fits': 'ไม่มีนักศึกษาที่ตรงเงื่อนไข',
  'mentor-round.next.published': 'แจ้งรหัสแก่นักศึกษาและที่ปรึกษา',
  'mentor-round.publish-lead':
    'เมื่อประกาศแล้ว ทุกคนดูตัวเลขสรุปและรับใบรับรองได้ด้วยรหัส ในใบรับรองนักศึกษาและที่ปรึกษาปรากฏเป็นรหัส ไม่ใช่ชื่อ ภาษา ความประสงค์ และค่าอ่านได้ภายใต้รหัสเหล่านี้ การประกาศเพิกถอนไม่ได้',
  'mentor-round.published-own':
    'ใช้รหัสที่สถาบันให้ท่าน ทั้งนักศึกษาและที่ปรึกษา ผู้อื่นปรากฏเป็นรหัสเท่านั้น สถาบันจะแจ้งว่าใครคือที่ปรึกษาของท่าน',
  'mentor-round.changes-lead':
    '{count, plural, =0 {ไม่มีนักศึกษาคนใดได้ที่ปรึกษาต่างจากครั้งก่อน} other {นักศึกษา # คนได้ที่ปรึกษาต่างจากครั้งก่อน}}',
  'mentor-round.withdrawal-lead':
    'หากนักศึกษาหรือที่ปรึกษาถอนตัวหลังประมวลผล ดูก่อนว่าผู้อื่นจะเปลี่ยนอย่างไรจึงตัดสินใจ ผลเดิมยังคงอยู่',
  'mentor-round.withdrawal-who': 'ใครถอนตัว ค้นหานักศึกษาหรือที่ปรึกษา',
  'mentor-round.withdrawal-what': 'นักศึกษาหรือที่ปรึกษา',
  'mentor-round.withdrawal-accept':
    'เมื่อยอมรับจะเป็นการประมวลผลครั้งใหม่ของรอบนี้ มีใบรับรองของตนเอง ผลเดิมยังคงอยู่',
  'mentor-round.withdrawal-none': 'ไม่มีใครมีที่ปรึกษาคนนี้ หรือที่ที่ว่างลงไม่ทำให้ใครดีขึ้น',
  'mentor-round.repaired-student': 'ซ่อมผลครั้งที่ {number, number}: นักศึกษา {name} ถอนตัว',
  'mentor-round.repaired-mentor': 'ซ่อมผลครั้งที่ {number, number}: ที่ปรึกษา {name} ถอนตัว',
  'mentor-round.in-list': 'รายชื่อ',
  'mentor-figures.matched': '{kinds, plural, one {มีที่ปรึกษา} other {มีที่ปรึกษาครบทั้งสองคน}}',
  'mentor-figures.first':
    '{kinds, plural, one {ได้ความประสงค์แรก} other {ได้ความประสงค์แรกของทั้งสองประเภท}}',
  'mentor-figures.load': 'ของจำนวนที่ที่ปรึกษารับได้ถูกใช้แล้ว',
  'mentor-figures.without': 'ยังขาดที่ปรึกษา',
  'mentor-figures.of-students': 'จากนักศึกษา {count, number} คน',
  'mentor-figures.of-room': '{filled, number} จาก {seats, number} ของที่ปรึกษา {mentors, number} คน',
  'mentor-figures.wishes': 'ใครได้ที่ปรึกษาตามความประสงค์',
  'mentor-figures.wishes-lead': 'ผ้าหนึ่งแถบคือนักศึกษาทั้งหมด ส่วนที่มีแต่ด้ายยืนคือผู้ไม่มีที่ปรึกษาประเภทนั้น',
  'mentor-figures.other': 'ไม่ใช่คนที่เลือก',
  'mentor-figures.open': 'ไม่ได้ระบุความประสงค์',
  'mentor-figures.loads': 'ภาระของที่ปรึกษา',
  'mentor-figures.loads-lead': 'ผ้าหนึ่งแถบคือที่ปรึกษาทั้งหมดของประเภทนั้น',
  'mentor-figures.full': 'เต็มจำนวน',
  'mentor-figures.some': 'ยังรับเพิ่มได้',
  'mentor-figures.idle': 'ไม่มีนักศึกษา',
  'mentor-figures.languages': 'ภาษาที่ทั้งกลุ่มใช้ร่วมกัน',
  'mentor-figures.languages-lead': 'จำนวนนักศึกษาที่ใช้ภาษานั้นร่วมกับที่ปรึกษาทุกคน กลุ่มหนึ่งอาจมีหลายภาษา',
  'mentor-figures.language': 'ภาษา',
  'mentor-figures.groups': 'นักศึกษา',
  'mentor-figures.why': 'ใครขาดที่ปรึกษา และเพราะเหตุใด',
  'mentor-figures.everybody': 'ไม่มีใครขาดที่ปรึกษา',
  'missing.nobody': 'ไม่มีคู่ที่อนุญาต',
  'missing.language': 'ไม่มีภาษาร่วมกับที่ปรึกษาที่อนุญาต',
  'missing.trio': 'ไม่มีภาษาที่ใช้ร่วมกับที่ปรึกษาอีกคนด้วย',
  'missing.full': 'ที่ปรึกษาที่เหมาะสมเต็มทุกคน',
  'mentor-table.shared': 'ภาษาร่วม',
  'mentor-table.got': 'ที่ปรึกษาที่ได้',
  'mentor-table.any': 'นักศึกษาทั้งหมด',
  'mentor-table.lacking': 'ขาดที่ปรึกษา',
  'mentor-table.not-wished': 'ไม่ได้เลือก',
  'mentor-table.load': 'ภาระ',
  'mentor-table.asked': 'ผู้ที่เลือก',
  'mentor-table.first': 'เป็นความประสงค์แรก',
  'mentor-table.of-mentor': 'นักศึกษาของที่ปรึกษาหนึ่งคน',
  'mentor-explain.mentors': 'ทีละที่ปรึกษา',
  'mentor-explain.lead': 'เหตุใดจึงเป็นที่ปรึกษาคนนี้ ไม่ใช่คนอื่น ไม่มีข้อความใดบอกความประสงค์ของผู้อื่น',
  'mentor-explain.students': 'นักศึกษาของที่ปรึกษาคนนี้',
  'mentor-explain.students-lead':
    'รวมถึงผู้ที่ที่ปรึกษาระบุไว้ สำหรับคนอื่นบอกเพียงว่าได้ที่ปรึกษาคนอื่นแล้ว ไม่บอกความประสงค์',
  'mentor-explain.named': 'ลำดับที่ระบุ',
  'mentor-explain.has': 'มีที่ปรึกษาคนนี้',
  'mentor-explain.seats-more':
    'หากท่านรับเพิ่มอีก {count, number} คน นักศึกษาคนนี้จะได้อยู่กับท่าน ทดสอบแล้วโดยจับคู่รอบนี้ใหม่',
  'mentor-explain.elsewhere': 'มีที่ปรึกษาคนอื่น ซึ่งดีกว่าสำหรับทุกคนโดยรวม',
  'mentor-explain.without': 'ไม่มีที่ปรึกษาประเภทนี้',
  'mentor-explain.not-allowed': 'ไม่ใช่คู่ที่อนุญาต หรือไม่มีภาษาร่วมกัน',
  'mentor-explain.room':
    'ที่ปรึกษาคนนี้ยังรับได้อีก {count, number} คน ผู้ที่มาได้และยังไม่มีที่ปรึกษาอยู่ที่นี่แล้วทั้งหมด และการย้ายผู้อื่นมาไม่ทำให้ผลโดยรวมดีขึ้น',
  'mentor-explain.room-kind': 'ที่ปรึกษาคนนี้ยังรับได้อีก {count, number} คน',
  'mentor-explain.full': 'ที่ปรึกษาคนนี้รับเต็มจำนวนแล้ว ใครได้หรือไม่ได้เป็นไปตามผลที่ดีที่สุดสำหรับนักศึกษาทุกคนโดยรวม',
  'mentor-explain.nobody': 'ไม่มีนักศึกษา และที่ปรึกษาไม่ได้ระบุใคร',
  'mentor-explain.more-mentors': 'ที่ปรึกษาที่จับคู่ได้อีก {count, number} คน ถามถึงคนใดคนหนึ่ง:',
  'mentor-explain.hand-on': 'หลังประกาศ {name} เปิดอ่านหน้านี้ได้โดยไม่ต้องมีบัญชี ด้วยรหัส {code}',
  'command.help-one-mentor':
    'แฟ้มสองแฟ้มที่มีชื่อคอลัมน์เหมือนในหน้าเว็บ: นักศึกษา (ชื่อ ภาษา สาขา ความประสงค์) และที่ปรึกษา (ชื่อ จำนวนนักศึกษาสูงสุด ภาษา สาขา นักศึกษาที่อยากรับ) หรือสามแฟ้มที่ไม่มีความประสงค์: นักศึกษา (ชื่อ ภาษา “en zh”) ที่ปรึกษา (ชื่อ จำนวน ภาษา) คู่ (นักศึกษา ที่ปรึกษา ค่า)',
  'mentor-template.student': 'นักศึกษา {number, number}',
  'mentor-template.mentor': 'ที่ปรึกษา {number, number}',
  'mentor-template.academic': 'วิชาการ',
  'mentor-template.industry': 'อุตสาหกรรม',
  'mentor-template.languages-1': 'ไทย, อังกฤษ',
  'mentor-template.languages-2': 'จีน, อังกฤษ',
  'mentor-template.field-1': 'สิ่งทอ',
  'mentor-template.field-2': 'ข้อมูล',
  'mentor-template.named': 'อยากรับ {rank, number}',
} satisfies Record<keyof typeof en, string>
