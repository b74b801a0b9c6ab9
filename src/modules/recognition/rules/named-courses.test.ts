import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedCourses } from './named-courses.ts'

test('a course is found in whatever member of a rule set names it, as codes are compared', () => {
  const definition = {
    name: { en: 'DA1101' },
    sources: [{ title: 'DA1102', url: 'https://x.example/DA1103' }],
    excluded: ['ge 1101', 'ＧＥ1102'],
    groups: [{ required: { course: 'CA2301', credit: { fraction: '3' } } }],
    maximumAgeYears: 5,
    hostInstitution: null,
  }
  const found = namedCourses(definition)
  for (const code of ['GE1101', 'GE1102', 'CA2301']) assert.ok(found.has(code), code)
  for (const code of ['DA1101', 'DA1102', 'DA1103']) assert.ok(!found.has(code), code)
})
