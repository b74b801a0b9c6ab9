import { isRefused, type Refusal, type Work, type WorkContext } from '#kernel/database'
import { type PdfDocument, renderPdf, statementCode, words } from '#kernel/documents'
import { receiveFile, type ReceivedFile } from '#kernel/files'
import type { Seeding } from '#kernel/http'
import { addDays, dateInZone, type Language } from '#kernel/values'
import { cast, grantsOf } from '#modules/alliance'
import { stepsOf } from './queries/steps.ts'
import type { Signer } from './rules/signers.ts'
import { openDocument } from './service/documents.ts'
import { drawnScan } from './seed-scan.ts'
import { enterOriginal, recordPaper } from './service/paper.ts'
import { sendDocument } from './service/rounds.ts'
import { refuseStep, signStep } from './service/sign.ts'

const { people, organisations } = cast
const dayMs = 24 * 60 * 60_000

interface SeededDocument {
  language: Language
  title: string
  lead: string
  organisationId: string
  openedBy: string
  daysAgo: number
  /** Days after it was opened. */
  dueInDays: number
  signers: readonly Signer[]
  isSent: boolean
  /** Where the original of a signature on paper lies, and by whom it travelled there. */
  paper?: { original: string; carrier: string; tracking: string; copy: string }
  /** Who has answered, in this order. */
  answers: readonly { by: string; refusal?: string }[]
}

const office = (role: string, organisationId: string) => ({
  who: 'role' as const,
  role,
  organisationId,
})

/** The demonstration's documents: one signed by all, one that waits for a guest, one that came back, one still a draft. */
const documents: readonly SeededDocument[] = [
  {
    language: 'th',
    title: 'บันทึกข้อตกลงแลกเปลี่ยนนักศึกษา ปีการศึกษา 2570',
    lead: 'บันทึกข้อตกลงฉบับสาธิต มหาวิทยาลัยทั้งสองแห่งตกลงรับนักศึกษาแลกเปลี่ยนฝ่ายละสองคนต่อปีการศึกษา',
    organisationId: organisations.au,
    openedBy: people.coordinatorAu,
    daysAgo: 24,
    dueInDays: 14,
    signers: [
      {
        ...office('administrator', organisations.au),
        group: 1,
        act: 'approve',
        label: named('legal-office'),
      },
      { ...office('coordinator', organisations.au), group: 2, label: named('sending-institution') },
      {
        ...office('coordinator', organisations.saebyeok),
        group: 2,
        label: named('receiving-institution'),
      },
    ],
    isSent: true,
    answers: [
      { by: people.administratorAu },
      { by: people.coordinatorSaebyeok },
      { by: people.coordinatorAu },
    ],
  },
  {
    language: 'en',
    title: 'Placement letter for the spring studio',
    lead: 'A letter of the demonstration: the student, the school and the host studio confirm the place and its dates.',
    organisationId: organisations.au,
    openedBy: people.coordinatorAu,
    daysAgo: 5,
    dueInDays: 20,
    signers: [
      { who: 'person', personId: people.studentPloy, group: 1, label: named('student') },
      {
        who: 'guest',
        name: 'สมชาย ใจดี',
        email: 'somchai@studio.example',
        language: 'th',
        group: 2,
        label: named('host-organisation'),
      },
      { ...office('coordinator', organisations.au), group: 3, label: named('sending-institution') },
    ],
    isSent: true,
    answers: [{ by: people.studentPloy }],
  },
  {
    language: 'en',
    title: 'Loan of equipment for the autumn workshop',
    lead: 'A form of the demonstration: who borrows the cameras, for how long, and who answers for them.',
    organisationId: organisations.au,
    openedBy: people.coordinatorAu,
    daysAgo: 9,
    dueInDays: 12,
    signers: [
      { who: 'person', personId: people.studentThanawat, group: 1, label: named('student') },
      { ...office('administrator', organisations.au), group: 1, label: named('finance-office') },
    ],
    isSent: true,
    answers: [
      { by: people.administratorAu },
      { by: people.studentThanawat, refusal: 'The list names two cameras; I was given one.' },
    ],
  },
  {
    language: 'zh-Hans',
    title: '织机档案捐赠协议',
    lead: '演示文件：捐赠方在纸质文本上签字并盖章，原件由快递寄送，学校以电子方式签署。',
    organisationId: organisations.au,
    openedBy: people.coordinatorAu,
    daysAgo: 12,
    dueInDays: 18,
    signers: [
      {
        who: 'guest',
        name: '王建国',
        email: 'wang.jianguo@loom-archive.example',
        language: 'zh-Hans',
        group: 1,
        means: 'paper',
        label: named('partner'),
      },
      { ...office('coordinator', organisations.au), group: 2, label: named('institution') },
    ],
    isSent: true,
    paper: {
      original: 'International office, cabinet 3, folder 12',
      carrier: 'EMS',
      tracking: 'EE 123 456 785 TH',
      copy: 'Copy 2 of 2, for the donor',
    },
    answers: [],
  },
  {
    language: 'fr',
    title: 'Avenant au contrat d’accueil 2027',
    lead: 'Document de démonstration : la durée d’accueil est portée de quatre à cinq mois.',
    organisationId: organisations.rhone,
    openedBy: people.coordinatorRhone,
    daysAgo: 1,
    dueInDays: 15,
    signers: [
      { who: 'person', personId: people.studentMoreau, group: 1, label: named('student') },
      { ...office('coordinator', organisations.rhone), group: 2, label: named('institution') },
    ],
    isSent: false,
    answers: [],
  },
]

function named(
  name:
    | 'student'
    | 'sending-institution'
    | 'receiving-institution'
    | 'host-organisation'
    | 'legal-office'
    | 'finance-office'
    | 'institution'
    | 'partner',
) {
  return { kind: 'named' as const, name }
}

/** Signing's part of the demonstration; a document that is there is passed over. */
export async function seedSigning(seeding: Seeding): Promise<void> {
  seeding.progress('signing: documents')
  for (const document of documents) {
    if (await isThere(seeding, document.title)) continue
    const file = await pdfOf(seeding, document)
    const opened = await by(seeding, document.openedBy, document.daysAgo, async (work) => {
      const made = await openDocument(work, {
        organisationId: document.organisationId,
        subject: null,
        titles: { [document.language]: document.title },
        content: { kind: 'file', pdf: { kind: 'received', file } },
        signers: document.signers,
        dueOn: addDays(dateInZone(work.now, 'UTC'), document.dueInDays),
        expiresOn: null,
        origin: seeding.services.node,
      })
      if (isRefused(made) || !document.isSent) return made
      const sent = await sendDocument(work, { documentId: made.documentId })
      return isRefused(sent) ? sent : made
    })
    const { documentId, sha256 } = done(opened)
    if (document.paper) await recordOnPaper(seeding, document, documentId, sha256)
    for (const answer of document.answers) {
      await answerAs(seeding, document, documentId, sha256, answer)
    }
  }
}

/** The signed paper came back by courier: its scan, where the original lies, and the copy that goes to the other side. */
async function recordOnPaper(
  seeding: Seeding,
  document: SeededDocument,
  documentId: string,
  sha256: string,
): Promise<void> {
  const { original, carrier, tracking, copy } = document.paper!
  const upload = { name: 'signed-page.png', bytes: drawnScan() }
  const rules = { allow: ['png'] as const, maxBytes: 5_000_000 }
  const scan = done(await receiveFile(seeding.services.blobs, upload, rules))
  const recorded = await by(seeding, document.openedBy, 3, async (work) => {
    const [step] = await stepsOf(work, documentId)
    const today = dateInZone(work.now, 'Asia/Bangkok')
    const taken = await recordPaper(work, {
      documentId,
      stepId: step!.id,
      scan: { kind: 'received', file: scan },
      code: statementCode(sha256),
      signedOn: addDays(today, -4),
      name: '',
      original,
      isCompared: true,
      origin: seeding.services.node,
    })
    if (isRefused(taken)) return taken
    return enterOriginal(work, {
      documentId,
      copy,
      place: 'Loom archive, Suzhou',
      carrier,
      tracking,
      sentOn: addDays(today, -1),
    })
  })
  done(recorded)
}

async function answerAs(
  seeding: Seeding,
  document: SeededDocument,
  documentId: string,
  sha256: string,
  answer: SeededDocument['answers'][number],
): Promise<void> {
  const place = document.answers.indexOf(answer) + 1
  const daysAgo = Math.max(0, document.daysAgo - place)
  const answered = await by(seeding, answer.by, daysAgo, async (work) => {
    const steps = await stepsOf(work, documentId)
    const step = steps.find((each) => each.state === 'asked' && work.may('signing.step.sign', each))
    if (!step) throw new Error(`nothing to sign: ${document.title}`)
    const { id: stepId } = step
    return answer.refusal === undefined
      ? signStep(work, { stepId, sha256, authenticatedAt: work.now })
      : refuseStep(work, { stepId, sha256, reason: answer.refusal })
  })
  done(answered)
}

async function pdfOf({ services, now }: Seeding, document: SeededDocument): Promise<ReceivedFile> {
  const { language } = document
  const pdf: PdfDocument = {
    language,
    title: document.title,
    now: new Date(now.getTime() - document.daysAgo * dayMs),
    banner: words(language, services.translator.for(language)(services.demonstrationBanner)),
    blocks: [
      { kind: 'title', organisations: [], titles: [words(language, document.title)] },
      { kind: 'paragraph', words: words(language, document.lead) },
    ],
  }
  const upload = { name: `${document.title}.pdf`, bytes: await renderPdf(pdf) }
  const rules = { allow: ['pdf'] as const, maxBytes: 5_000_000 }
  return done(await receiveFile(services.blobs, upload, rules))
}

function done<T>(result: T | Refusal): T {
  if (isRefused(result)) throw new Error(`refused: ${result.message.key}`)
  return result
}

async function isThere({ database }: Seeding, title: string): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('signing_documents as d')
    .select('d.id')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('files as f')
          .select('f.id')
          .whereRef('f.owner_id', '=', eb.cast<string>('d.id', 'text'))
          .where('f.name', '=', `${title}.pdf`),
      ),
    )
    .executeTakeFirst()
  return row !== undefined
}

async function by<T>(
  { runner, database, now }: Seeding,
  personId: string,
  daysAgo: number,
  verb: (work: Work) => Promise<T>,
): Promise<T> {
  const context: WorkContext = {
    actor: { kind: 'person', personId, grants: await grantsOf(database.kysely, personId, now) },
    now: new Date(now.getTime() - daysAgo * dayMs),
    language: 'en',
  }
  return runner.perform(context, verb)
}
