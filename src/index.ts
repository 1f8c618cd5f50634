/*
 * The public surface. Every name is listed, and a test pins the list: add to it, rename nothing. The article's parts,
 * the phrase engine and the parsers are not exported, so that they can change.
 */
export type {
  Article,
  ArticleKind,
  Block,
  BlockKind,
  Citation,
  CitationKind,
  Component,
  Section,
  SectionRole,
  Sentence,
  SourceSpan,
  Span,
} from './article/article.js'
export type {NamesByPart, Site, SitePart, SiteSettings} from './article/site.js'
export {type Config, type ConfigEntry, defineConfig} from './config.js'
export type {
  Diagnostic,
  Edit,
  Level,
  LintResult,
  Point,
  RelatedPlace,
  Suggestion,
  SuppressedDiagnostic,
} from './diagnostic.js'
export {ConfigError, PackError, RuleError} from './errors.js'
export type {ExplainedFinding, Explanation, Sighting} from './explain.js'
export {applyFixes} from './fix.js'
export type {AssertionStatus, Cue} from './language/assertion.js'
export {createLinter, type Linter, lint} from './lint.js'
export type {LintInput} from './lint-input.js'
export {remarkHealthlint} from './remark.js'
export {rules} from './rules/builtin.js'
export {defineRule, type RuleDefinition, type RuleInCode} from './rules/define.js'
export type {Pack} from './rules/pack.js'
export type {Check, Example, Finding, FindingEdit, Rule, Source} from './rules/rule.js'
export type {RuleSetting, Settings} from './rules/settings.js'
