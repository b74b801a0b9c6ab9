/** What may stand in an element: name, least, most, and the type of its content. */
export type Part = readonly [name: string, least: number, most: number, type: string]

/** The element types of one generation of ELMO, after its XSD; order is binding where `strict`. */
export interface Shape {
  strict: boolean
  parts: Record<string, readonly Part[]>
  attributes: Record<string, readonly string[]>
  lists: Record<string, readonly string[]>
}

const many = Number.POSITIVE_INFINITY

const attachmentTypes = [
  'Diploma',
  'Diploma Supplement',
  'Transcript of Records',
  'EMREX transcript',
  'Micro Credential',
  'Letter of Nomination',
  'Certificate of Training',
  'Learning Agreement',
  'Other',
]

const lists = {
  courseType: ['Degree Programme', 'Module', 'Course', 'Class'],
  status: ['passed', 'failed', 'in-progress'],
  creditLevel: ['Bachelor', 'Master', 'PhD'],
  gender: ['0', '1', '2', '9'],
  attachmentType: attachmentTypes,
}

const attributes = {
  identifier: ['type'],
  gradingScheme: ['localId'],
  category: ['label', 'count'],
}

const distribution: Record<string, readonly Part[]> = {
  shortenedGrading: [
    ['percentageLower', 1, 1, 'decimal'],
    ['percentageEqual', 1, 1, 'decimal'],
    ['percentageHigher', 1, 1, 'decimal'],
  ],
  resultDistribution: [
    ['category', 1, many, 'category'],
    ['description', 0, many, 'text'],
  ],
  category: [],
  gradingScheme: [['description', 0, many, 'text']],
  level: [
    ['type', 1, 1, 'text'],
    ['description', 0, 1, 'text'],
    ['value', 0, 1, 'text'],
  ],
  attachments: [['ref', 0, many, 'text']],
  hasPart: [['learningOpportunitySpecification', 1, 1, 'learningOpportunitySpecification']],
  specifies: [
    ['learningOpportunityInstance', 1, 1, 'learningOpportunityInstance'],
    ['extension', 0, 1, 'any'],
  ],
  academicTerm: [
    ['title', 1, many, 'title'],
    ['start', 1, 1, 'date'],
    ['end', 1, 1, 'date'],
  ],
  attachment: [
    ['identifier', 0, many, 'identifier'],
    ['title', 0, many, 'text'],
    ['type', 0, 1, 'attachmentType'],
    ['description', 0, many, 'text'],
    ['content', 0, many, 'text'],
    ['extension', 0, 1, 'any'],
  ],
}

/** ELMO 1.0 to 1.7, which only ever added elements: github.com/emrex-eu/elmo-schemas, branch v1. */
export const elmo1: Shape = {
  strict: true,
  lists,
  attributes,
  parts: {
    ...distribution,
    elmo: [
      ['generatedDate', 1, 1, 'dateTime'],
      ['learner', 1, 1, 'learner'],
      ['report', 1, many, 'report'],
      ['attachment', 0, many, 'attachment'],
      ['groups', 0, 1, 'any'],
      ['extension', 0, 1, 'any'],
      ['Signature', 0, 1, 'any'],
    ],
    learner: [
      ['citizenship', 0, 1, 'country'],
      ['identifier', 0, many, 'identifier'],
      ['givenNames', 1, 1, 'text'],
      ['familyName', 1, 1, 'text'],
      ['bday', 0, 1, 'date'],
      ['placeOfBirth', 0, 1, 'text'],
      ['birthName', 0, 1, 'text'],
      ['currentAddress', 0, 1, 'any'],
      ['gender', 0, 1, 'gender'],
    ],
    report: [
      ['issuer', 1, 1, 'issuer'],
      ['learningOpportunitySpecification', 0, many, 'learningOpportunitySpecification'],
      ['issueDate', 1, 1, 'dateTime'],
      ['gradingScheme', 0, many, 'gradingScheme'],
      ['attachment', 0, many, 'attachment'],
    ],
    issuer: [
      ['country', 0, 1, 'country'],
      ['identifier', 1, many, 'identifier'],
      ['title', 1, many, 'title'],
      ['url', 1, 1, 'text'],
    ],
    learningOpportunitySpecification: [
      ['identifier', 0, many, 'identifier'],
      ['title', 1, many, 'title'],
      ['type', 0, 1, 'courseType'],
      ['subjectArea', 0, 1, 'text'],
      ['iscedCode', 0, 1, 'text'],
      ['url', 0, 1, 'text'],
      ['description', 0, many, 'text'],
      ['descriptionHtml', 0, many, 'text'],
      ['specifies', 1, 1, 'specifies'],
      ['hasPart', 0, many, 'hasPart'],
      ['extension', 0, 1, 'any'],
    ],
    learningOpportunityInstance: [
      ['identifier', 0, many, 'identifier'],
      ['start', 0, 1, 'date'],
      ['date', 0, 1, 'date'],
      ['academicTerm', 0, 1, 'academicTerm'],
      ['status', 0, 1, 'status'],
      ['gradingSchemeLocalId', 0, 1, 'text'],
      ['resultLabel', 0, 1, 'text'],
      ['shortenedGrading', 0, 1, 'shortenedGrading'],
      ['resultDistribution', 0, 1, 'resultDistribution'],
      ['credit', 0, many, 'credit'],
      ['level', 0, many, 'level'],
      ['languageOfInstruction', 0, 1, 'text'],
      ['engagementHours', 0, 1, 'decimal'],
      ['attachments', 0, 1, 'attachments'],
      ['grouping', 0, 1, 'any'],
      ['extension', 0, 1, 'any'],
      ['diplomaSupplement', 0, 1, 'any'],
    ],
    credit: [
      ['scheme', 1, 1, 'text'],
      ['level', 0, 1, 'creditLevel'],
      ['value', 0, 1, 'decimal'],
    ],
  },
}

/** ELMO 2.1.1; earlier 2.x files differ in what they leave out, which then shows as missing. */
export const elmo2: Shape = {
  strict: true,
  lists: {
    ...lists,
    attachmentType: [...attachmentTypes, 'Certificate of Enrolment'],
    documentType: ['Diploma', 'Certificate', 'Enrolment', 'Admission'],
  },
  attributes: { ...attributes, citizenship: ['type'], country: ['type'], countryOfBirth: ['type'] },
  parts: {
    ...elmo1.parts,
    learner: [
      ['citizenship', 0, 1, 'text'],
      ['identifier', 0, many, 'identifier'],
      ['givenNames', 1, 1, 'text'],
      ['familyName', 1, 1, 'text'],
      ['alternativeName', 1, 1, 'text'],
      ['dateOfBirth', 0, 1, 'date'],
      ['bday', 0, 1, 'date'],
      ['placeOfBirth', 0, 1, 'text'],
      ['countryOfBirth', 0, 1, 'text'],
      ['birthName', 0, 1, 'text'],
      ['currentAddress', 0, 1, 'any'],
      ['gender', 0, 1, 'gender'],
    ],
    report: [
      ['issuer', 1, 1, 'issuer'],
      ['learningOpportunitySpecification', 0, many, 'learningOpportunitySpecification'],
      ['resultOfRecognition', 0, many, 'any'],
      ['issueDate', 1, 1, 'dateTime'],
      ['gradingScheme', 0, many, 'gradingScheme'],
      ['status', 0, 1, 'any'],
      ['attachment', 0, many, 'attachment'],
    ],
    issuer: [
      ['country', 0, 1, 'text'],
      ['identifier', 1, many, 'identifier'],
      ['title', 1, many, 'title'],
      ['url', 1, 1, 'text'],
    ],
    learningOpportunitySpecification: withParts('learningOpportunitySpecification', {
      identifier: ['identifier', 1, many, 'identifier'],
      before: { specifies: [['documentType', 0, 1, 'documentType']] },
    }),
    learningOpportunityInstance: withParts('learningOpportunityInstance', {
      before: {
        start: [['enrolment', 0, 1, 'any']],
        status: [['duration', 0, 1, 'text']],
        resultLabel: [['gradingSchemeExternalId', 0, 1, 'text']],
      },
    }),
    credit: [
      ['scheme', 1, 1, 'text'],
      ['value', 0, 1, 'decimal'],
    ],
  },
}

/** Drafts before 1.0 (namespace purl.org/net/elmo): only values are checked, order and gaps are not. */
export const elmo0: Shape = {
  strict: false,
  lists: {},
  attributes: {},
  parts: {
    elmo: [['report', 0, many, 'report']],
    report: [
      ['learner', 0, 1, 'learner'],
      ['issuer', 0, 1, 'issuer'],
      ['learningOpportunitySpecification', 0, many, 'learningOpportunitySpecification'],
      ['issueDate', 0, 1, 'date'],
    ],
    learner: [['bday', 0, 1, 'date']],
    issuer: [],
    learningOpportunitySpecification: [
      ['credit', 0, many, 'credit'],
      ['specifies', 0, 1, 'specifies'],
      ['hasPart', 0, many, 'hasPart'],
    ],
    specifies: [['learningOpportunityInstance', 0, 1, 'learningOpportunityInstance']],
    learningOpportunityInstance: [
      ['start', 0, 1, 'date'],
      ['date', 0, 1, 'date'],
      ['credit', 0, many, 'credit'],
    ],
    credit: [['value', 0, 1, 'decimal']],
    hasPart: [['learningOpportunitySpecification', 0, 1, 'learningOpportunitySpecification']],
  },
}

function withParts(
  type: 'learningOpportunitySpecification' | 'learningOpportunityInstance',
  change: { identifier?: Part; before: Record<string, Part[]> },
): Part[] {
  return elmo1.parts[type]!.flatMap((part) => {
    const own = part[0] === 'identifier' && change.identifier ? change.identifier : part
    return [...(change.before[part[0]] ?? []), own]
  })
}
