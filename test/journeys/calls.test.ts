// A student applies on a phone in Thai, with and without scripts; a reviewer judges without names; a coordinator decides
// by hand and by quota, and closes the decisions.
import assert from 'node:assert/strict'
import { assertAccessible as checkAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'

const calls = {
  open: '01980000-0030-7000-8000-000000000001',
  closed: '01980000-0030-7000-8000-000000000002',
  reviewed: '01980000-0030-7000-8000-000000000003',
}

async function assertAccessible(visitor: Visitor): Promise<void> {
  if (visitor.look.scripts) await checkAccessible(visitor)
}

for (const scripts of [true, false]) {
  const person = scripts ? ('studentThanawat' as const) : ('studentKanyarat' as const)
  journey(
    `a student applies on a phone in Thai, ${scripts ? 'with' : 'without'} scripts`,
    { device: 'phone', scripts, locale: 'th-TH' },
    async (visitor) => {
      const { page } = visitor
      await signInAs(visitor, person, 'th')
      await visitor.go('/th/calls')
      await page
        .getByRole('link', { name: /คัดเลือกนักศึกษาแลกเปลี่ยน/ })
        .first()
        .click()
      await page
        .getByText(/พ\.ศ\. 25\d\d/)
        .first()
        .waitFor()
      await assertFits(visitor)
      await assertAccessible(visitor)
      await page.getByRole('button', { name: 'สมัคร', exact: true }).click()

      await page.waitForURL(/\/steps\/1/)
      await page.locator('input[name=q2]').fill('สามจุดห้า')
      await page.getByRole('button', { name: 'บันทึกและไปต่อ' }).click()
      await page.getByText('โปรดกรอกตัวเลข').first().waitFor()
      assert.equal(await page.locator('input[name=q2]').inputValue(), 'สามจุดห้า')
      await assertAccessible(visitor)
      await page.locator('input[name=q2]').fill('๓.๕๐')
      await page.getByText('ใช่', { exact: true }).first().click()
      await page.getByRole('button', { name: 'บันทึกและไปต่อ' }).click()

      // The phone is put away; later the application goes on where it was.
      await page.waitForURL(/\/steps\/2/)
      await visitor.go('/th/calls')
      await page
        .getByRole('link', { name: /คัดเลือกนักศึกษาแลกเปลี่ยน/ })
        .first()
        .click()
      await page.getByText('ยังขาด 1 ข้อ').first().waitFor()
      await assertFits(visitor)
      await page.getByRole('link', { name: 'กรอกต่อ', exact: true }).click()
      await page.locator('textarea[name=q5]').fill('อยากเรียนรู้การจัดการคลังลายผ้า')
      await page.getByRole('button', { name: 'บันทึกและไปต่อ' }).click()
      await page.waitForURL(/\/steps\/3/)
      await page.locator('select[name=q7]').nth(0).selectOption('d3')
      await page.locator('select[name=q7]').nth(1).selectOption('d1')
      await page.getByRole('button', { name: 'บันทึกและตรวจทาน' }).click()
      await page.getByText('3.5', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'ส่งใบสมัคร' }).click()
      await page.getByText(/ส่งใบสมัครแล้ว/).waitFor()
      await assertFits(visitor)
      await assertAccessible(visitor)
    },
  )
}

journey('a reviewer judges without names', { device: 'desktop' }, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'coordinatorAu')
  await visitor.go(`/en/calls/${calls.reviewed}/reviewers`)
  await page.locator('textarea[name=waiver]').fill('A selection inside one institution.')
  await page.getByRole('button', { name: 'Record the waiver' }).click()
  await page.getByText('The waiver is recorded').waitFor()
  await page.getByRole('button', { name: 'Assign reviewers' }).click()
  await page.getByText(/^Assigned: /).waitFor()
  await assertAccessible(visitor)
  await visitor.context.clearCookies()

  await signInAs(visitor, 'evaluatorAu')
  await visitor.go('/en/reviews')
  assert.doesNotMatch(await page.locator('main').innerText(), /Pimchanok|Thanawat|Kanyarat/)
  await page.locator('tbody th a').first().click()
  await page.locator('input[name="points.c1"]').fill('9')
  await page.getByRole('button', { name: 'Give the review' }).click()
  await page.getByText('0 to 5').last().waitFor()
  await assertAccessible(visitor)
  await page.locator('input[name="points.c1"]').fill('4')
  await page.locator('input[name="points.c2"]').fill('8')
  await page.locator('textarea[name=remark]').fill('A clear plan.')
  await page.getByRole('button', { name: 'Give the review' }).click()
  await page.getByText('The review is recorded').waitFor()
})

journey('a coordinator decides, by hand and by quota', { device: 'desktop' }, async (visitor) => {
  const { page } = visitor
  await signInAs(visitor, 'coordinatorAu')
  await visitor.go(`/en/calls/${calls.closed}/applications`)
  await assertAccessible(visitor)
  await page.locator('tbody input[type=checkbox]').nth(1).check()
  await page.getByRole('button', { name: 'Refuse', exact: true }).click()
  await page.getByText('A refusal needs a reason').first().waitFor()
  await page.locator('select[name=reason]').selectOption('incomplete')
  await page.getByRole('button', { name: 'Refuse', exact: true }).click()
  await page.getByText('1 application is decided').waitFor()
  await page.getByRole('link', { name: 'Select by quota' }).click()
  await page.getByText(/2 would get a seat, 0 would wait/).waitFor()
  await assertAccessible(visitor)
  await page.getByRole('button', { name: 'Decide like this' }).click()
  await page.getByText('Decided: 2 accepted').waitFor()
  await page.getByRole('button', { name: 'Close the decisions' }).click()
  await page.getByText('The decisions are closed').waitFor()
  await page.getByRole('button', { name: 'Open the decisions again' }).click()
  await page.getByText('nobody was told').waitFor()
})
