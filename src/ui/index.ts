import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { nameFaultyFields } from './error-summary.tsx'
import { unbroken } from './unbroken.ts'

/** Turns a page into the whole HTML document. */
export function renderPage<Props>(page: VNode<Props>): string {
  return `<!doctype html>${unbroken(nameFaultyFields(renderToString(page as VNode)))}`
}

/** Answers with a page as a route's handler does, with a status or with that of the refusal that the page tells. */
export function show<Props>(
  page: VNode<Props>,
  told: number | { status: number } | null = 200,
): { kind: 'html'; html: string; status: number } {
  const status = typeof told === 'number' ? told : (told?.status ?? 200)
  return { kind: 'html', html: renderPage(page), status }
}

/** Turns a part of a page into HTML, for a fragment or a mail. */
export function renderFragment<Props>(part: VNode<Props>): string {
  return nameFaultyFields(renderToString(part as VNode))
}

export { AccountTabs } from './account-tabs.tsx'
export { type Assets, type ServedAsset, buildAssets } from './assets.ts'
export { type Bar, BarRows } from './bars.tsx'
export { Breadcrumbs } from './breadcrumbs.tsx'
export { Button, ButtonGroup, ButtonLink, type ButtonLook } from './button.tsx'
export { Card, Figure } from './card.tsx'
export { OrganisationChip, PersonChip } from './chip.tsx'
export type { ClothThread, Crossing, CrossingKind } from './cloth-types.ts'
export { Cloth } from './cloth.tsx'
export {
  type ComparedCourse,
  Comparison,
  type ComparisonRow,
  type WhatIfList,
} from './comparison.tsx'
export { DescriptionList } from './description-list.tsx'
export { EmptyState } from './empty-state.tsx'
export { type EntryColumn, EntryGrid, type EntryRow } from './entry-grid.tsx'
export { ErrorSummary, FormAlert } from './error-summary.tsx'
export { type StagedFile } from './field-file.tsx'
export { type Option, fieldId } from './field-parts.tsx'
export { Field, type FieldProps } from './field.tsx'
export { FileList, type ListedFile } from './file-list.tsx'
export { ColumnChooser, FilterBar } from './filter-bar.tsx'
export { Fold } from './fold.tsx'
export { FieldSet, Form, csrfFieldName } from './form.tsx'
export { type Frame, address, framePaths } from './frame.ts'
export { galleryPage } from './gallery.tsx'
export { GivenTable } from './given-table.tsx'
export { Heading, Section } from './heading.tsx'
export { Hero } from './hero.tsx'
export { Icon, type IconName } from './icon.tsx'
export { KeyboardHelp } from './keyboard-help.tsx'
export { LanguageFields } from './language-fields.tsx'
export { Columns, Grid, Prose, Row, Split, Stack } from './layout.tsx'
export type { MapPoint } from './map-layout.ts'
export { PlaceMap } from './map.tsx'
export { LocalAsk } from './local-ask.tsx'
export { LongList, waitingFrom } from './long-list.tsx'
export { Mark } from './mark.tsx'
export { Notice, type NoticeTone } from './notice.tsx'
export { ObjectStrip } from './object-strip.tsx'
export { Page, PublicShell, SingleActShell } from './page.tsx'
export { Pagination } from './pagination.tsx'
export { PasskeyButton } from './passkey-button.tsx'
export { PhoneFold } from './phone-fold.tsx'
export { ProgressBar } from './progress-bar.tsx'
export { type Proposal, Proposals } from './proposals.tsx'
export { BesideScan } from './scan.tsx'
export { QrCode, qrPath } from './qr-code.tsx'
export { ShareBands } from './share-bands.tsx'
export { type BandSpan, SpanBands } from './span-bands.tsx'
export { StateTag } from './state-tag.tsx'
export { type Step, Steps } from './steps.tsx'
export { type Column, Table } from './table.tsx'
export { Tabs } from './tabs.tsx'
export { Talk, type TalkEntry } from './talk.tsx'
export { Timeline, type TimelineEntry } from './timeline.tsx'
export { Email } from './email.tsx'
export { InItsLanguage, Local, Paragraphs, Typed } from './typed.tsx'
export { type Content, type Link, type Tone, classes } from './types.ts'
export { fill, languageNames } from './words.ts'
export { WovenBand } from './woven-band.tsx'
