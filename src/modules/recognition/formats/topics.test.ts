import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOfDescription, readTopics, writeTopics } from './topics.ts'

const shown = (text: string) => {
  const { topics, unit } = readTopics(text)
  return [unit, ...topics.map(({ text: topic, weight }) => `${topic}=${weight?.toString() ?? ''}`)]
}

test('topics are read from the lines of syllabi in five languages, with their hours or percent', () => {
  assert.deepEqual(shown('1. Fibres (6 hours)\n2) Dyes – 4.5 h\n\n- Weaves, 3 hrs'), [
    'hours',
    'Fibres=6',
    'Dyes=9/2',
    'Weaves=3',
  ])
  assert.deepEqual(shown('第1周：纤维概论 6学时\n第2周：染色（4学时）'), [
    'hours',
    '纤维概论=6',
    '染色=4',
  ])
  assert.deepEqual(shown('สัปดาห์ที่ 1: เส้นใย (๓ ชั่วโมง)'), ['hours', 'เส้นใย=3'])
  assert.deepEqual(shown('섬유 3시간\n염색 2시간'), ['hours', '섬유=3', '염색=2'])
  assert.deepEqual(shown('Fibres 40 %\nTeinture 60 %'), ['percent', 'Fibres=40', 'Teinture=60'])
})

test('weights that only some topics have, or of two kinds, are not taken; a bare number is part of the text', () => {
  assert.deepEqual(shown('Fibres (6 h)\nDyes'), [null, 'Fibres=', 'Dyes='])
  assert.deepEqual(shown('Fibres (6 h)\nDyes 40%'), [null, 'Fibres=', 'Dyes='])
  assert.deepEqual(shown('Design after 1945'), [null, 'Design after 1945='])
  assert.deepEqual(shown('6 h'), [null, '6 h='])
})

test('what is written for a form is read the same again, and what turns text round is gone', () => {
  const read = readTopics('Fibres (6 h)\nDyes (4.5 h)')
  assert.deepEqual(readTopics(writeTopics(read)), read)
  assert.deepEqual(shown('Fibres\u202e\u0000'), [null, 'Fibres='])
})

test('a description falls into its sentences', () => {
  assert.equal(
    linesOfDescription('Fibres and yarns; weaving. Dyeing with plants.'),
    'Fibres and yarns\nweaving\nDyeing with plants',
  )
  assert.equal(linesOfDescription('纤维概论；织造。染色。'), '纤维概论\n织造\n染色')
})
