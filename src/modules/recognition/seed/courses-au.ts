/** Invented courses: code, credit with weekly hours (lecture-practice-self-study), English, Thai. */
export const auCourses: Readonly<Record<string, string>> = {
  'Albert Laurence School of Communication Arts': `
CA1101|3(3-0-6)|Introduction to Communication Arts|นิเทศศาสตร์เบื้องต้น
CA1102|3(3-0-6)|Media and Society|สื่อกับสังคม
CA1203|2(2-0-4)|Writing for Media|การเขียนเพื่อสื่อ
CA2104|3(2-2-5)|Principles of Photography|หลักการถ่ายภาพ
CA2105|3(3-0-6)|Intercultural Communication|การสื่อสารระหว่างวัฒนธรรม
CA2206|3(2-2-5)|Video Production|การผลิตวีดิทัศน์
CA2207|2(2-0-4)|Media Ethics and Law|จริยธรรมและกฎหมายสื่อ
CA3108|3(3-0-6)|Communication Research Methods|ระเบียบวิธีวิจัยการสื่อสาร
CA3209|3(3-0-6)|Cultural Communication of the Silk Road|การสื่อสารวัฒนธรรมเส้นทางสายไหม
CA4110|3(0-9-0)|Internship in Communication|การฝึกงานด้านนิเทศศาสตร์
DA1101|3(2-2-5)|Drawing for Digital Media|การวาดเส้นเพื่อสื่อดิจิทัล
DA1102|3(2-2-5)|Colour and Composition|สีและองค์ประกอบศิลป์
DA1103|2(1-2-3)|Digital Image Making|การสร้างภาพดิจิทัล
DA1204|3(3-0-6)|History of Art I|ประวัติศาสตร์ศิลป์ 1
DA1205|3(3-0-6)|History of Art II|ประวัติศาสตร์ศิลป์ 2
DA2101|3(2-2-5)|Typography|การออกแบบตัวอักษร
DA2102|3(2-2-5)|Motion Graphics|กราฟิกเคลื่อนไหว
DA2103|3(2-2-5)|Three-Dimensional Modelling|การขึ้นรูปสามมิติ
DA2204|3(3-0-6)|Aesthetics of Asian Art|สุนทรียศาสตร์ศิลปะเอเชีย
DA2205|3(2-2-5)|Interactive Media Design|การออกแบบสื่อปฏิสัมพันธ์
DA2206|2(2-0-4)|Visual Storytelling|การเล่าเรื่องด้วยภาพ
DA3101|3(2-2-5)|Digital Heritage|มรดกวัฒนธรรมดิจิทัล
DA3102|3(2-2-5)|Animation Studio|ปฏิบัติการแอนิเมชัน
DA3103|3(2-2-5)|Game Art and World Building|ศิลปะเกมและการสร้างโลก
DA3204|3(3-0-6)|Curating and Exhibition|ภัณฑารักษ์ศึกษาและการจัดนิทรรศการ
DA3205|2(2-0-4)|Traditional Textiles and Pattern|ลวดลายและผ้าทอพื้นบ้าน
DA3206|1(1-0-2)|Seminar in Digital Arts|สัมมนาศิลปะดิจิทัล
DA4101|3(1-4-4)|Degree Project I|โครงงานศิลปนิพนธ์ 1
DA4102|6(0-12-6)|Degree Project II|โครงงานศิลปนิพนธ์ 2`,
  'Theodore Maria School of Arts': `
BC1101|3(3-0-6)|Chinese for Business I|ภาษาจีนธุรกิจ 1
BC1102|3(3-0-6)|Chinese for Business II|ภาษาจีนธุรกิจ 2
BC2103|3(3-0-6)|Chinese for Business III|ภาษาจีนธุรกิจ 3
BC2204|3(3-0-6)|Chinese Reading and Writing|การอ่านและการเขียนภาษาจีน
BC3105|3(3-0-6)|Chinese Society and Culture|สังคมและวัฒนธรรมจีน
BC3206|2(2-0-4)|Chinese Calligraphy and Letters|อักษรศิลป์จีน
GE1101|3(3-0-6)|Thai Civilisation|อารยธรรมไทย
GE1102|3(3-0-6)|World Civilisations|อารยธรรมโลก
GE1203|2(2-0-4)|Human Heritage and Globalisation|มรดกมนุษย์กับโลกาภิวัตน์
GE2104|3(3-0-6)|Logic and Critical Thinking|ตรรกศาสตร์และการคิดเชิงวิพากษ์
GE2105|2(2-0-4)|Ethics in Daily Life|จริยธรรมในชีวิตประจำวัน
GE2206|1(0-2-1)|Thai Music Appreciation|ดนตรีไทยวิจักษ์
EN1101|3(3-0-6)|English I|ภาษาอังกฤษ 1
EN1102|3(3-0-6)|English II|ภาษาอังกฤษ 2
EN2103|3(3-0-6)|Academic Writing in English|การเขียนภาษาอังกฤษเชิงวิชาการ
FR1101|3(3-0-6)|French for Beginners|ภาษาฝรั่งเศสเบื้องต้น`,
  'Vincent Mary School of Engineering, Science and Technology': `
CS1101|3(2-2-5)|Introduction to Programming|การเขียนโปรแกรมเบื้องต้น
CS1202|3(2-2-5)|Creative Coding|การเขียนโปรแกรมเชิงสร้างสรรค์
CS2103|3(2-2-5)|Data Structures|โครงสร้างข้อมูล
CS2204|3(2-2-5)|Web Technologies|เทคโนโลยีเว็บ
CS2205|3(3-0-6)|Human–Computer Interaction|ปฏิสัมพันธ์ระหว่างมนุษย์กับคอมพิวเตอร์
CS3106|3(2-2-5)|Computer Graphics|คอมพิวเตอร์กราฟิก
CS3107|3(2-2-5)|Virtual and Augmented Reality|ความเป็นจริงเสมือนและความเป็นจริงเสริม
CS3208|3(3-0-6)|Artificial Intelligence|ปัญญาประดิษฐ์
CS3209|2(1-2-3)|Data Visualisation|การสร้างภาพข้อมูล
CS3210|3(2-2-5)|Game Development|การพัฒนาเกม
MA1101|3(3-0-6)|Mathematics for Design|คณิตศาสตร์เพื่อการออกแบบ
MA1102|3(3-0-6)|Statistics|สถิติ
ST2101|2(2-0-4)|Science and Technology of Materials|วิทยาศาสตร์และเทคโนโลยีวัสดุ
ST3102|3(2-2-5)|Digital Fabrication|การผลิตด้วยเครื่องจักรดิจิทัล
ST3203|1(0-2-1)|Laboratory Safety|ความปลอดภัยในห้องปฏิบัติการ`,
}
