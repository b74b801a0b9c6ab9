// What an institution asks of courses that count together, and how it converts the credit of other kinds of learning.
import assert from 'node:assert/strict'
import { assertAccessible } from './accessibility.ts'
import { assertFits, signInAs } from './browser.ts'
import { journey } from './harness.ts'

for (const look of [
  { device: 'desktop', scripts: true },
  { device: 'phone', scripts: false },
] as const) {
  const how = look.scripts ? 'with scripts' : 'on a phone without scripts'
  journey(`a registrar begins rules for other kinds of learning, ${how}`, look, async (visitor) => {
    const { page } = visitor
    await signInAs(visitor, 'registrarAu')
    await visitor.go('/en/recognition/rule-sets/new')
    await page.locator('input[name="name.en"]').fill(`Short courses, ${how}`)
    await page.locator('input[name=validFrom]').fill('2027-01-01')
    await page.locator('select[name=setGrade]').selectOption('credit-weighted')
    await page.locator('input[name="credit-kind.0.kinds"][value=online]').check()
    await page.locator('select[name="credit-kind.0.method"]').selectOption('ratio')
    await page.getByRole('button', { name: 'Show what would change' }).click()
    // Half a rule is said at its field, and nothing that was chosen is gone.
    await page.locator('.error-summary').waitFor()
    assert.ok(await page.locator('input[name="credit-kind.0.kinds"][value=online]').isChecked())
    await page.locator('input[name="credit-kind.0.ratio"]').fill('2/3')
    await assertFits(visitor)
    // What looks for faults is itself a script.
    if (look.scripts) await assertAccessible(visitor)
    await page.getByRole('button', { name: 'Save and go on later' }).click()
    await page.waitForURL(/\/rule-sets\/drafts\//)
    assert.equal(await page.locator('select[name=setGrade]').inputValue(), 'credit-weighted')
    assert.equal(await page.locator('input[name="credit-kind.0.ratio"]').inputValue(), '2/3')
    // One more row is there for the next rule.
    assert.equal(await page.locator('select[name="credit-kind.1.method"]').count(), 1)
    await page.getByRole('button', { name: 'Discard the draft' }).click()
  })
}
