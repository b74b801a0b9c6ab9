import { countryName, formatDate, formatDateRange, isCountry } from '#kernel/values'
import { DescriptionList, Fold } from '#ui'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import { type Holiday, holidaysWithin } from '../rules/holidays.ts'
import { Named, type PageCall } from './words.tsx'

/** The public holidays of both countries in the days of a stay, folded: they fall into terms, and offices are closed. */
export function PublicHolidays({ call, stay }: { call: PageCall; stay: StayRow }) {
  const countries = [...new Set([stay.receivingCountry, stay.sendingCountry])].filter(isCountry)
  if (countries.length === 0) return null
  const days = { from: stay.starts_on, until: stay.ends_on }
  const { t, language } = call
  return (
    <Fold summary={t(m('holidays.title'))}>
      {countries.map((country) => {
        const { rows, published } = holidaysWithin(country, days)
        return (
          <section key={country}>
            <h3>{countryName(country, language)}</h3>
            {rows.length === 0 && published && <p>{t(m('holidays.none'))}</p>}
            {rows.length > 0 && (
              <DescriptionList
                columns
                items={rows.map((row) => ({
                  term: <Named names={row.name} language={language} />,
                  value: daysOf(call, row),
                }))}
              />
            )}
            {!published && <p>{t(m('holidays.unpublished'))}</p>}
          </section>
        )
      })}
    </Fold>
  )
}

function daysOf({ language }: PageCall, { from, until }: Holiday): string {
  return from === until ? formatDate(from, language) : formatDateRange(from, until, language)
}
