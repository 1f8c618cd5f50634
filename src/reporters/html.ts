import type {Diagnostic, SuppressedDiagnostic} from '../diagnostic.js'
import type {FileResult} from '../file-result.js'
import type {Rule} from '../rules/rule.js'
import {noColours} from './colours.js'
import {htmlStyle} from './html-style.js'
import {escapeHtml} from './markup.js'
import type {Reporter} from './reporter.js'
import {counted, summaryLine} from './summary.js'
import type {Totals} from './totals.js'

/**
 * One self-contained page for people who open no terminal: counts, then each article with the sentence in its context,
 * why it matters, the standards, and what was excused with which reason. It has no script and loads nothing.
 *
 * @param rules the rules that run, for their sources
 */
export const htmlReporter = ({rules}: {readonly rules: readonly Rule[]}): Reporter => {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return {
    open: () =>
      `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<title>healthlint report</title>\n<style>${htmlStyle}</style>\n</head>\n<body>\n<main>\n`,
    file: (result) => articleOf(result, byId),
    // The counts are known last and shown first: the style puts the header on top.
    close: (totals) => `${headerOf(totals, byId)}</main>\n</body>\n</html>\n`,
  }
}

type Rules = ReadonlyMap<string, Rule>

/** A rule's name, with its page where it has one. */
const linked = (id: string, url: string): string =>
  url === '' ? escapeHtml(id) : `<a href="${escapeHtml(url)}">${escapeHtml(id)}</a>`

const headerOf = (totals: Totals, rules: Rules): string => {
  const rows = [...totals.rules]
    .sort((a, b) => b[1].findings - a[1].findings)
    .map(
      ([id, {level, findings, url}]) =>
        `<tr><td class="${level}">${level}</td><td>${linked(id, url)}</td><td>${findings}</td><td>${escapeHtml(rules.get(id)?.summary ?? '')}</td></tr>\n`,
    )
    .join('')
  const table =
    rows === ''
      ? ''
      : `<table>\n<thead><tr><th>Level</th><th>Rule</th><th>Findings</th><th>What it asks for</th></tr></thead>\n<tbody>\n${rows}</tbody>\n</table>\n`
  return `<header>\n<h1>healthlint report</h1>\n<p class="counts">${escapeHtml(summaryLine(totals, noColours))}</p>\n${table}</header>\n`
}

const articleOf = ({path, source, diagnostics, suppressed, error}: FileResult, rules: Rules): string => {
  if (diagnostics.length + suppressed.length === 0 && error === undefined) return ''
  const parts = [
    ...(error === undefined
      ? []
      : [`<p class="error">Could not be linted: ${escapeHtml(error.message)}</p>\n`]),
    ...diagnostics.map((one) => findingOf(one, source, rules)),
    ...(suppressed.length === 0 ? [] : [excusedOf(suppressed)]),
  ]
  return `<section>\n<h2>${escapeHtml(path)}</h2>\n${parts.join('')}</section>\n`
}

const findingOf = (diagnostic: Diagnostic, source: string | undefined, rules: Rules): string => {
  const {ruleId, level, message, note, url, start, expected} = diagnostic
  const sources = rules.get(ruleId)?.sources ?? []
  const standards =
    sources.length === 0
      ? ''
      : `<p class="sources">Standards: ${sources.map((one) => `<a href="${escapeHtml(one.url)}">${escapeHtml(one.title)}</a> (${escapeHtml(one.publisher)}, ${one.year})`).join('; ')}</p>\n`
  const better =
    expected.length === 0
      ? ''
      : `<p>Instead: ${expected.map((text) => `<q>${escapeHtml(text)}</q>`).join(', ')}</p>\n`
  return `<div class="finding ${level}">\n<p class="message"><span class="level">${level}</span> ${escapeHtml(message)}</p>\n<blockquote>${contextOf(diagnostic, source)}</blockquote>\n<p class="why">${escapeHtml(note)}</p>\n${better}${standards}<p class="place">Line ${start.line} · ${linked(ruleId, url)}</p>\n</div>\n`
}

const around = 240

/** The words in their line or lines, cut to what stands near them. */
const contextOf = ({start, end, actual}: Diagnostic, source: string | undefined): string => {
  if (source === undefined) return `<mark>${escapeHtml(actual)}</mark>`
  // Only the neighbourhood is read: an article can be one line of a megabyte.
  const near = Math.max(0, start.offset - around)
  const from = near + source.slice(near, start.offset).lastIndexOf('\n') + 1
  const lineEnd = source.slice(end.offset, end.offset + around).search(/[\r\n]/)
  const to = lineEnd < 0 ? Math.min(source.length, end.offset + around) : end.offset + lineEnd
  const before = `${from > 0 && source[from - 1] !== '\n' ? '…' : ''}${source.slice(from, start.offset)}`
  const after = `${source.slice(end.offset, to)}${lineEnd < 0 && to < source.length ? '…' : ''}`
  return `${escapeHtml(before)}<mark>${escapeHtml(source.slice(start.offset, end.offset))}</mark>${escapeHtml(after)}`
}

const excusedOf = (suppressed: readonly SuppressedDiagnostic[]): string => {
  const rows = suppressed
    .map(
      ({start, ruleId, actual, suppression: {reason, owner = '', until = ''}}) =>
        `<tr><td>${start.line}</td><td>${escapeHtml(ruleId)}</td><td>${escapeHtml(actual.length > 200 ? `${actual.slice(0, 200)}…` : actual)}</td><td>${escapeHtml(reason)}</td><td>${escapeHtml(owner)}</td><td>${escapeHtml(until)}</td></tr>\n`,
    )
    .join('')
  return `<details>\n<summary>${counted(suppressed.length, 'excused finding')}</summary>\n<table>\n<thead><tr><th>Line</th><th>Rule</th><th>Words</th><th>Reason</th><th>Owner</th><th>Until</th></tr></thead>\n<tbody>\n${rows}</tbody>\n</table>\n</details>\n`
}
