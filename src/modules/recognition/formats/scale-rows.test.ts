import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { languages } from '#kernel/values'
import { readRemarks, readScaleLines, readWordLines } from './scale-rows.ts'

const shown = (text: string, kind: 'steps' | 'range') =>
  readScaleLines(text, kind).map(({ step, unread }) =>
    [step.label, step.from, step.to, step.points, step.pass, unread]
      .map((each) => String(each ?? ''))
      .join('|'),
  )

test('rows are read as a spreadsheet gives them and as a hand writes them', () => {
  assert.deepEqual(shown('A\t4.00\tpass\r\n\nB+; 3,25 ;ผ่าน\n F ；０；不合格\nP\t\t합격', 'steps'), [
    'A|||4|true|',
    'B+|||13/4|true|',
    'F|||0|false|',
    'P||||true|',
  ])
  assert.deepEqual(shown('A\t90\t100\t4\nB; 80–89.5; 3\nC; 60 - 79\nF;0～59;0', 'range'), [
    'A|90|100|4||',
    'B|80|179/2|3||',
    'C|60|79|||',
    'F|0|59|0||',
  ])
})

test('a cell that cannot be read is named', () => {
  assert.deepEqual(shown('A;x;pass\nB;3;maybe\nC;2;pass;more\nD;1', 'steps'), [
    'A||||true|points',
    'B|||3||pass',
    'C|||2|true|cells',
    'D|||1||',
  ])
  assert.deepEqual(shown('A;90\nB;80-x\nC;1;2;3;4\nD;1-2;x', 'range'), [
    'A|90||||range',
    'B|80||||range',
    'C|1|2|3||cells',
    'D|1|2|||points',
  ])
})

test('words and remarks are read', () => {
  assert.deepEqual(readWordLines('P; pass\n不合格\t不合格\nS'), [
    { label: 'P', pass: true },
    { label: '不合格', pass: false },
    { label: 'S', pass: null },
  ])
  assert.deepEqual(readRemarks('W, AUD；I\nTR、 '), ['W', 'AUD', 'I', 'TR'])
})

test('the words for pass and fail of every language are understood', async () => {
  for (const language of languages) {
    const { default: texts } = await import(`../messages/scales.${language.toLowerCase()}.ts`)
    const words = readWordLines(`a;${texts['scale.pass']}\nb;${texts['scale.fail']}`)
    assert.deepEqual(
      words.map((each) => each.pass),
      [true, false],
      language,
    )
  }
})

test('any text is read without an error, one row for each line with something on it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('steps', 'range'),
      (text, kind) => {
        const lines = text.split('\n').filter((line) => line.trim() !== '')
        assert.equal(readScaleLines(text, kind as 'steps').length, lines.length)
      },
    ),
    { seed: 20261122 },
  )
})
