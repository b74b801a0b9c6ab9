import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  agreementForm,
  agreementForms,
  type AgreementText,
  amendmentSigners,
  missingIn,
  sectionsOf,
  signersOf,
  textOf,
} from './agreement.ts'
import { interruptionFault, isInterrupted } from './interruption.ts'

type Interruption = Parameters<typeof interruptionFault>[1]

const place = { personId: 'student', sendingOrganisationId: 'school', homeLanguage: 'th' as const }

function written(change: Record<string, string> = {}): AgreementText {
  return textOf(
    agreementForm.parse({
      form: 'th',
      startsOn: '2027-01-11',
      endsOn: '2027-04-30',
      hoursPerWeek: '20',
      basis: 'voluntary',
      means: 'either',
      hostLanguage: 'ko',
      signatoryName: 'A',
      signatoryEmail: 'a@host.example',
      tutorName: 'B',
      tutorEmail: 'b@host.example',
      ...change,
    }),
  )
}

const labels = (text: AgreementText) =>
  signersOf(text, place).map(({ label, group }) => [label.kind === 'named' && label.name, group])

describe('the signers of an agreement', () => {
  test('are student, school, host and tutor at least, each in their turn', () => {
    assert.deepEqual(labels(written()), [
      ['student', 1],
      ['sending-institution', 2],
      ['host-organisation', 3],
      ['industry-mentor', 3],
    ])
  })

  test('are seven with guardian, academic mentor and second host', () => {
    const text = written({
      guardianName: 'G',
      guardianEmail: 'g@home.example',
      mentorName: 'M',
      mentorEmail: 'm@school.example',
      secondHostName: 'S',
      secondHostEmail: 's@other.example',
    })
    assert.equal(labels(text).length, 7)
    const languages = signersOf(text, place).map((each) => each.who === 'guest' && each.language)
    assert.deepEqual(languages, [false, 'th', false, 'th', 'ko', 'ko', 'ko'])
  })

  test('who guides and may bind the host signs once', () => {
    assert.equal(labels(written({ tutorEmail: 'A@host.example' })).length, 3)
  })

  test('an amendment keeps a tutor who has left', () => {
    const signers = amendmentSigners(written({ tutorEmail: 'c@host.example' }), written(), place)
    assert.deepEqual(
      signers.flatMap((each) => (each.who === 'guest' ? [each.email] : [])),
      ['a@host.example', 'c@host.example', 'b@host.example'],
    )
  })
})

describe('what an agreement lacks', () => {
  test('depends on its form; the French convention wants all that D.124-4 names', () => {
    assert.deepEqual(missingIn(written({ form: 'convention' })), [
      'tasks',
      'outcomes',
      'presence',
      'monitoring',
      'evaluation',
      'allowance',
      'homeInsurance',
      'absence',
      'ending',
      'certificate',
      'mentorName',
    ])
    assert(missingIn(written({ form: 'erasmus' })).includes('hostInsurance'))
    assert(!missingIn(written()).includes('credit'))
    assert(missingIn(written({ basis: 'embedded' })).includes('credit'))
  })

  test('is the other half of whoever is named by half', () => {
    const half = written({ guardianName: 'G', secondHostEmail: 's@other.example', tutorName: '' })
    assert.deepEqual(
      missingIn(half).filter((name) => /Name$|Email$/.test(name)),
      ['tutorName', 'secondHostName', 'guardianEmail'],
    )
  })

  test('every form shows all that it demands', () => {
    for (const form of agreementForms) {
      const shown = new Set<string>(sectionsOf(form).flatMap(({ fields }) => [...fields]))
      for (const name of missingIn(written({ form, basis: 'embedded' }))) {
        assert(shown.has(name) || name.endsWith('Name'), `${form} hides ${name}`)
      }
    }
  })
})

test('a placement is suspended, goes on and ends in that order, within its days', () => {
  const placement = { startsOn: '2027-01-11', endsOn: '2027-04-30' }
  const fault = (known: Interruption[], kind: Interruption['kind'], day: string) =>
    interruptionFault(known, { kind, day }, placement)
  const suspended: Interruption = { kind: 'suspended', day: '2027-02-01' }
  const resumed: Interruption = { kind: 'resumed', day: '2027-02-08' }
  assert.equal(fault([], 'suspended', '2027-01-10'), 'outside')
  assert.equal(fault([], 'resumed', '2027-02-01'), 'order')
  assert.equal(fault([suspended], 'suspended', '2027-02-02'), 'order')
  assert.equal(fault([suspended], 'resumed', '2027-01-31'), 'before')
  assert.equal(fault([suspended], 'ended', '2027-02-02'), null)
  assert.equal(fault([suspended, resumed], 'suspended', '2027-03-01'), null)
  assert.equal(fault([{ kind: 'ended', day: '2027-02-01' }], 'resumed', '2027-02-02'), 'order')
  const on = (day: string) =>
    isInterrupted([suspended, resumed, { kind: 'ended', day: '2027-03-01' }], day)
  assert.deepEqual(
    ['2027-01-31', '2027-02-01', '2027-02-07', '2027-02-08', '2027-03-01', '2027-03-02'].map(on),
    [false, true, true, false, false, true],
  )
})
