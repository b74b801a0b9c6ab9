import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { XmlDocument, xmlCleanupInputProvider } from 'libxml2-wasm'
import { linesOfReport } from '../../src/modules/recognition/formats/elmo-lines.ts'
import { flattenCourses, parseElmo } from '../../src/modules/recognition/formats/elmo.ts'
import { ewp, registerCatalogue, validate } from './ewp-schemas.ts'

const there = existsSync(ewp)
const skip = there || process.env.CI === 'true' ? false : 'no ../shared beside the checkout'
const namespace1 = 'https://github.com/emrex-eu/elmo-schemas/tree/v1'
const namespace2 = 'https://github.com/emrex-eu/elmo-schemas/tree/v2'

/** Real documents and the specification's own example, with what an XPath of libxml2 counts in them. */
const documents = there
  ? [
      ...readdirSync(join(ewp, 'examples/elmo')).map((name) => join(ewp, 'examples/elmo', name)),
      join(ewp, 'elmo/v1.7.0/example.xml'),
    ]
  : []

before(() => {
  if (there) registerCatalogue()
})
after(() => xmlCleanupInputProvider())

test('the standards are there when they must be', { skip }, () => {
  assert.ok(there, 'CI needs ../shared/standards/ewp')
  assert.ok(documents.length >= 6)
})

for (const path of documents) {
  const name = path.slice(ewp.length)

  test(`${name} is read with as many courses as XPath counts`, { skip }, () => {
    const bytes = readFileSync(path)
    const result = parseElmo(bytes)
    assert.ok(result.ok, JSON.stringify(result.issues))
    using xml = XmlDocument.fromBuffer(bytes)
    const count = (element: string) => xml.find(`//*[local-name()='${element}']`).length
    const courses = result.document.reports.flatMap((each) => flattenCourses(each.courses))
    assert.equal(courses.length, count('learningOpportunitySpecification'))
    assert.equal(
      courses.reduce((sum, each) => sum + each.course.credits.length, 0),
      count('credit'),
    )
    assert.equal(
      courses.filter((each) => each.course.resultLabel !== null).length,
      count('resultLabel') + xml.find("//*[local-name()='result'][normalize-space()]").length,
    )
    assert.equal(result.document.reports.length, count('report'))
    assert.equal(result.document.signature !== null, count('SignatureValue') > 0)
    for (const { course } of courses) {
      assert.ok(course.line > 0 && course.titles.length > 0)
    }
    const lines = result.document.reports.flatMap(linesOfReport)
    assert.equal(lines.length, courses.length)
    assert.ok(lines.some((each) => each.proposed))
  })

  test(`${name} gets errors exactly where its schema finds some`, { skip }, (t) => {
    const bytes = readFileSync(path)
    using xml = XmlDocument.fromBuffer(bytes)
    if (xml.root.namespaceUri !== namespace1) {
      t.diagnostic(`no schema for ${xml.root.namespaceUri}; remarks are warnings`)
      const result = parseElmo(bytes)
      assert.ok(result.issues.some((each) => each.key === 'elmo.namespace-old'))
      return
    }
    const invalid = validate(xml, join(ewp, 'elmo/v1.7.0/schema.xsd'))
    const errors = parseElmo(bytes).issues.filter((each) => each.severity === 'error')
    t.diagnostic(`schema: ${invalid.length} errors; ours: ${errors.length}`)
    assert.equal(errors.length > 0, invalid.length > 0, invalid.join('\n'))
    for (const each of errors) {
      assert.ok(each.line > 1 && each.column > 0 && each.path.startsWith('/elmo/'))
    }
  })

  test(`${name} is the same document when it comes as EMREX sends it`, { skip }, () => {
    const bytes = readFileSync(path)
    const wire = gzipSync(bytes)
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n')
    assert.deepEqual(parseElmo(wire), parseElmo(bytes))
    assert.deepEqual(parseElmo(gzipSync(bytes)), parseElmo(bytes))
  })
}

test('changes that break the schema are found, each where it was made', { skip }, () => {
  const path = join(ewp, 'elmo/v1.7.0/example.xml')
  const example = readFileSync(path, 'utf8')
  const changes: [string, string, string][] = [
    ['<status>passed</status>', '<status>bestanden</status>', 'elmo.not-in-list'],
    ['<value>6</value>', '<value>6,0</value>', 'elmo.not-a-number'],
    ['<start>2014-10-01</start>', '<start>1.10.2014</start>', 'elmo.not-a-date'],
    ['<url>http://www.uw.edu.pl</url>', '', 'elmo.missing'],
    ['<familyName>', '<middleName>X</middleName><familyName>', 'elmo.unexpected'],
    ['<identifier type="pic">', '<identifier>', 'elmo.missing-attribute'],
    ['<type>Class</type>', '<type>Class</type><type>Class</type>', 'elmo.repeated'],
    ['<hasPart>', 'text<hasPart>', 'elmo.stray-text'],
    ['<issueDate>2015-10-31T07:00:00+02:00', '<issueDate>2015-10-31', 'elmo.not-a-time'],
    ['<citizenship>PL</citizenship>', '<citizenship>Polish</citizenship>', 'elmo.not-in-list'],
    ['<engagementHours>30', '<engagementHours>thirty', 'elmo.not-a-number'],
    ['count="43"', 'count="-43"', 'elmo.not-a-number'],
    ['</learner>', '<bday>1983-04-12</bday></learner>', 'elmo.repeated'],
    [
      '<givenNames>Wojciech Łukasz</givenNames>\n        <familyName>Rygielski</familyName>',
      '<familyName>Rygielski</familyName>\n        <givenNames>Wojciech Łukasz</givenNames>',
      'elmo.order',
    ],
  ]
  for (const [from, to, key] of changes) {
    const changed = example.replace(from, to)
    assert.notEqual(changed, example, from)
    let place = 0
    while (changed[place] === example[place]) place += 1
    using xml = XmlDocument.fromString(changed)
    assert.ok(validate(xml, join(ewp, 'elmo/v1.7.0/schema.xsd')).length > 0, `${key} is invalid`)
    const result = parseElmo(changed)
    const found = result.issues.filter((each) => each.key === key)
    assert.ok(result.ok && found.length > 0, `${key} for ${to}`)
    // Stray text is placed at the element that holds it.
    if (key === 'elmo.stray-text') continue
    const line = changed.slice(0, place).split('\n').length
    assert.ok(
      Math.abs(found[0]!.line - line) <= 25,
      `${key} in line ${found[0]!.line}, not ${line}`,
    )
  }
})

test('version 2.1.1 is read with the shape of its own schema', { skip }, () => {
  const text = readFileSync(join(ewp, 'elmo/v1.7.0/example.xml'), 'utf8')
    .replaceAll(namespace1, namespace2)
    .replaceAll(
      /\n\s*<credit>\s*<scheme>(\w+)<\/scheme>\s*<level>\w+<\/level>/g,
      '\n<credit><scheme>$1</scheme>',
    )
    .replaceAll('<country>', '<country type="ISO">')
    .replaceAll('<citizenship>', '<citizenship type="ISO">')
    .replace(
      '</familyName>',
      '</familyName><alternativeName xml:lang="zh-Hans">王</alternativeName>',
    )
    .replaceAll(
      /(<learningOpportunitySpecification>\s*(?:<!--[\s\S]*?-->\s*)?)(?=<title)/g,
      '$1<identifier type="local">X</identifier>',
    )
  using xml = XmlDocument.fromString(text)
  const invalid = validate(xml, join(ewp, 'schemas/elmo-schemas-v2.1.1/schema.xsd'))
  const result = parseElmo(text)
  assert.ok(result.ok)
  assert.deepEqual(invalid, [])
  assert.deepEqual(
    result.issues.filter((each) => each.severity === 'error'),
    [],
  )
  assert.equal(result.document.generation, '2.x')
  assert.deepEqual(result.document.learner.fullNames, [{ language: 'zh-Hans', text: '王' }])
})
