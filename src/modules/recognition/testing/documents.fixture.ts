/** An ELMO document of two courses, for a holder; `course` is put in for a third. */
export function elmoOf({
  given = 'Pimchanok',
  family = 'Rattanakul',
  born = '2005-03-14',
  course = '',
  title = '视觉叙事',
  doctype = '',
}: {
  given?: string
  family?: string
  born?: string
  course?: string
  title?: string
  doctype?: string
} = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${doctype}
<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">
  <generatedDate>2026-07-20T09:00:00+08:00</generatedDate>
  <learner>
    <identifier type="studentIdentifier">2100012345</identifier>
    <givenNames>${given}</givenNames><familyName>${family}</familyName><bday>${born}</bday>
  </learner>
  <report>
    <issuer>
      <country>CN</country><identifier type="schac">pku.edu.cn</identifier>
      <title xml:lang="zh">北京大学</title><title xml:lang="en">Peking University</title>
      <url>https://www.pku.edu.cn</url>
    </issuer>
    ${elmoCourse('PKU101', title, '88')}
    ${elmoCourse('PKU102', '数字影像', '91')}
    ${course}
    <issueDate>2026-07-20T09:00:00+08:00</issueDate>
  </report>
</elmo>`
}

/** One course of an ELMO document; the credit may be written wrongly. */
export function elmoCourse(code: string, title: string, grade: string, credit = '3'): string {
  return `<learningOpportunitySpecification>
      <identifier type="local">${code}</identifier>
      <title xml:lang="zh">${title}</title><type>Course</type>
      <specifies><learningOpportunityInstance>
        <start>2026-02-20</start><date>2026-06-30</date>
        <status>passed</status><resultLabel>${grade}</resultLabel>
        <credit><scheme>cn</scheme><value>${credit}</value></credit>
        <engagementHours>60</engagementHours>
      </learningOpportunityInstance></specifies>
    </learningOpportunitySpecification>`
}

/** Two courses in GB 18030, as a spreadsheet program in China saves them. */
export const gb18030Table = Buffer.from(
  [
    'v86zzLT6wussv86zzMP7s8Ys0ae31izRp8qxLLPJvKgKUEtVMTAxLMrTvvXQ8MrCLDMsNjAsODgKUEtVMTAyLMr9',
    '19bTsM/x0+u3x87v1srOxLuv0sWy+iwzLDYwLDkxCg==',
  ].join(''),
  'base64',
)

/** The same in TIS-620, as one in Thailand does. */
export const tis620Table = Buffer.from(
  [
    'w8vRysfUqtIsqtfozcfUqtIsy7nox8Kh1LUsqtHox+LBpyzgocO0ClBLVTEwMSyh0sPgxejS4MPX6M2ntOnHwsDS',
    'viwzLDYwLDg4ClBLVTEwMiyh0sO26NLCwNK+tNSo1LfRxSwzLDYwLDkxCg==',
  ].join(''),
  'base64',
)

/** A picture of one white point. */
export const onePoint = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
