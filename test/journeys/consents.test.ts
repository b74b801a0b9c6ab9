// A student on her phone, in Thai: she is asked, answers for each kind of data, her mother signs beside by the link of a
// mail, and she takes one of them back.
import assert from 'node:assert/strict'
import { assertAccessible } from './accessibility.ts'
import { assertFits, signInAs, type Visitor } from './browser.ts'
import { journey } from './harness.ts'
import { inOutbox } from './outbox.ts'

const phone = { device: 'phone', locale: 'th-TH' } as const

journey(
  'a student under age allows, her mother signs by link, and one is taken back',
  phone,
  async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'studentKanyarat', 'th')
    await visitor.go('/th/account/consents')
    await assertFits(visitor)
    await assertAccessible(visitor)
    await page.getByRole('link', { name: 'อ่านและตอบ' }).tap()
    await page.waitForURL('**/th/account/consents/*')
    const asked = page.url()
    await page.getByText('exchange-office@pku.example').first().waitFor()
    assert.equal(await page.locator('input[name=groups]:checked').count(), 0, 'nothing is ticked')
    await assertFits(visitor)
    await assertAccessible(visitor)

    await page.getByRole('button', { name: 'ยินยอมตามที่ทำเครื่องหมาย' }).tap()
    await page.locator('.error-summary').waitFor()
    await page.locator('input[name=groups][value=identity]').check()
    await page.locator('input[name=groups][value=grades]').check()
    await page.locator('input[name=born]').fill('5/6/2551')
    await page.getByRole('button', { name: 'ยินยอมตามที่ทำเครื่องหมาย' }).tap()
    await page.locator('.error-summary').waitFor()
    assert.ok(await page.locator('input[value=grades]').isChecked(), 'the ticks are still there')
    await page.locator('input[name=guardianName]').fill('สุดา วงศ์ไทย')
    await page.locator('input[name=guardianAddress]').fill('suda@parents.example')
    await page.getByRole('button', { name: 'ยินยอมตามที่ทำเครื่องหมาย' }).tap()
    await page.getByText('รอบิดามารดาหรือผู้ปกครอง').first().waitFor()
    await assertFits(visitor)
    await assertAccessible(visitor)

    const link = await linkOfGuardian(visitor)
    await visitor.go(link)
    await page.getByRole('heading', { level: 1, name: /กัญญารัตน์/ }).waitFor()
    await assertFits(visitor)
    await assertAccessible(visitor)
    await page.getByRole('button', { name: 'ยินยอมในฐานะบิดามารดาหรือผู้ปกครอง' }).tap()
    await page.getByRole('heading', { name: 'บันทึกความยินยอมของท่านแล้ว' }).waitFor()
    await visitor.go(link)
    assert.equal(await page.locator('main form').count(), 0, 'the link was used')

    await visitor.go(new URL(asked).pathname)
    await page.getByRole('link', { name: /ถอนความยินยอม: รายวิชา/ }).tap()
    await page.getByText('จะไม่ส่งข้อมูลนี้').waitFor()
    await assertFits(visitor)
    await page.getByRole('button', { name: 'ยืนยันการถอน' }).tap()
    await page.getByText('นับจากนี้จะไม่มีการส่งข้อมูลนี้อีก').waitFor()
    await assertAccessible(visitor)
  },
)

function linkOfGuardian(visitor: Visitor): Promise<string> {
  const letter = visitor.page.locator('main .card', { hasText: 'suda@parents.example' }).first()
  const link = letter.getByRole('link', { name: 'อ่านและตอบ' }).first()
  const href = async () => ((await link.count()) > 0 ? await link.getAttribute('href') : null)
  return inOutbox(visitor, href, 'the guardian has no letter')
}
