import type { LearningKind } from '../rules/learning.ts'

/** How transcripts name kinds of learning, in five languages and as credit banks abbreviate them. */
const namesOfKinds: Record<LearningKind, string> = {
  course: `in class|in-class|classroom|class|regular|lecture based|face to face|f2f|in person|on campus|onsite|courses in class|
    课堂|课堂教学|课堂课程|面授|面授课程|现场|现场教学|实地|线下|线下教学|线下课程|
    ในชั้นเรียน|เรียนในชั้นเรียน|ในห้องเรียน|เรียนในห้องเรียน|ออนไซท์|บรรยายในชั้นเรียน|รายวิชาในชั้นเรียน|ออนไซต์|
    대면|대면수업|현장수업|교실수업|대면강의|대면과목|오프라인|présentiel|en présentiel|en présence|cours en présence|en salle|cours en salle|sur place`,
  online: `online|on line|online course|online courses|fully online|online learning|web based|distance|distance education|distance learning|e learning|remote|virtual|mooc|
    线上|线上教学|线上课程|在线|在线教学|在线课程|网络|网络课程|网课|远程|远程教学|远程教育|远程课程|在线学习|直播|直播课|慕课|
    ออนไลน์|เรียนออนไลน์|รายวิชาออนไลน์|การเรียนออนไลน์|ทางไกล|เรียนทางไกล|การศึกษาทางไกล|สอนออนไลน์|
    온라인|온라인수업|온라인강의|온라인과목|비대면|비대면수업|원격|원격수업|사이버강의|사이버|온라인강좌|온라인학습|이러닝|원격강의|
    en ligne|cours en ligne|à distance|distanciel|en distanciel|enseignement à distance|formation à distance|cours à distance|visioconférence`,
  blended: `blended|blended learning|blended course|blended courses|hybrid|hybrid course|hyflex|mixed mode|
    混合|混合式|混合式教学|混合式课程|混合教学|线上线下混合|线上线下混合式|线上线下混合式教学|线上线下结合|
    ผสมผสาน|แบบผสมผสาน|รายวิชาแบบผสมผสาน|การเรียนแบบผสมผสาน|เรียนแบบผสมผสาน|ไฮบริด|
    혼합|혼합수업|혼합수업과목|혼합강의|혼합형수업|블렌디드|블렌디드러닝|블렌디드수업|하이브리드|온오프라인병행|
    hybride|cours hybride|cours hybrides|en hybride|enseignement hybride|mixte|présentiel et distanciel`,
  summer: `summer|summer school|summer programme|summer program|summer programmes|summer session|summer course|
    暑期|暑假|夏季|夏季学期|夏令营|夏校|暑期班|暑期学校|暑期项目|暑期课程|暑期学期|暑校|ภาคฤดูร้อน|ภาคเรียนฤดูร้อน|ซัมเมอร์|ฤดูร้อน|โครงการภาคฤดูร้อน|
    여름학기|여름계절학기|서머스쿨|썸머스쿨|여름학교|하계|하계계절학기|하계학기|계절학기프로그램|여름프로그램|
    été|cours d'été|session d'été|école d'été|université d'été|programme d'été`,
  placement: `placement|work placement|internship|traineeship|practicum|co op|cooperative education|实习|毕业实习|教学实习|顶岗实习|专业实习|
    ฝึกงาน|การฝึกงาน|สหกิจศึกษา|현장실습|인턴십|인턴|인턴쉽|산학실습|실습학기|stage|stage en entreprise|alternance`,
  'non-degree': `cn|non degree|non degree course|非学历课程|หลักสูตรที่ไม่ให้ปริญญา|비학위과정|
    cours non diplômant`,
  certificate: `cs|certificate|资格证书|ใบรับรองมาตรฐาน|자격|자격인증|certification`,
  training: `ct|training|培训|การฝึกอบรม|ฝึกอบรม|훈련|formation`,
  portfolio: `cp|portfolio|学习档案|แฟ้มสะสมผลงาน|포트폴리오`,
  examination: `ce|examination|credit by examination|独学考试|การทดสอบ|독학학위제|examen`,
  accredited: `accredited course|评估认定课程|รายวิชาที่ได้รับการรับรอง|평가인정|평가인정학습과정|
    cours accrédité`,
  'part-time': `part time|part time enrolment|非全日制注册|非全日制注册课程|การลงทะเบียนเรียนบางเวลา|
    시간제|시간제등록|inscription à temps partiel`,
}

/** The kind that each of these names says, as people write them: for whoever reads cells elsewhere. */
export const learningNames: Readonly<Record<string, LearningKind>> = Object.fromEntries(
  (Object.entries(namesOfKinds) as [LearningKind, string][]).flatMap(([kind, names]) =>
    names.split('|').map((name) => [name.trim(), kind]),
  ),
)

const kindByName = new Map(
  Object.entries(learningNames).map(([name, kind]) => [nameKey(name), kind]),
)

/** The kind of learning that a cell names, alone or beside its name in another language; null where it names none. */
export function learningKindOf(text: string): LearningKind | null {
  if (text.length > 80) return null
  const found = [text, ...text.split(/[/|()（）]/)].flatMap(
    (part) => kindByName.get(nameKey(part)) ?? [],
  )
  const [first] = found
  return first !== undefined && found.every((kind) => kind === first) ? first : null
}

function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s._·*-]+/g, '')
}
