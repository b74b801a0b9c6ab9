import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { file, onSite, registrar } from '../testing/drafts.fixture.ts'
import { textOf } from '../testing/site.fixture.ts'
import { enrolments, organisations } from '../testing/world.fixture.ts'

describe('a file that is no transcript', () => {
  test(
    'says that a text under the name of a workbook is none, and lets tries go that came to nothing',
    onSite(async (site) => {
      const students = { enrolment: enrolments.ploy, host: organisations.pku }
      for (const name of ['b.xlsx', 'a.docx']) {
        const answer = await site.post(registrar, '/en/recognition/transcripts', {
          ...students,
          file: file(name, 'Dear office, please find my transcript enclosed.'),
        })
        assert.equal(answer.status, 422)
        assert.match(textOf(await answer.text()), new RegExp(`${name} is called like a`))
      }
      assert.deepEqual(await site.world.rows('select id from transcript_drafts'), [])
      for (let tries = 0; tries < 3; tries += 1) {
        const text = `Dear office\nattempt ${tries}`
        await site.post(registrar, '/en/recognition/transcripts', {
          ...students,
          file: file('a.txt', text),
        })
      }
      const left = await site.world.rows(`select id from transcript_drafts where state = 'open'`)
      assert.ok(left.length <= 1)
    }),
  )
})
