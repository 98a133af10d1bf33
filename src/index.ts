// Model
export { TallyError, type TallyErrorCode } from "./model/error";
export { parseElection } from "./model/parse-election";
export { electionJsonSchema } from "./model/json-schema";
export type {
  Candidate,
  CandidateRows,
  Centre,
  Column,
  ColumnPlace,
  CsvFormat,
  Election,
  Layout,
  Region,
  RegisterLayout,
  Roll,
  SkipRule,
  StationColumn,
  TextColumn,
  Universe,
  Values,
} from "./model/election";
export type { Claim, ClaimMargin, ClaimScope } from "./model/claim";
export { ISSUE_CODES, type Issue, type IssueCode, type IssueSeverity } from "./model/issue";
export { compareShares, formatShare, type Share } from "./model/share";
export {
  ABSENT,
  Tallies,
  type InputSource,
  type RegionColumn,
  type RegionCoverage,
  type RegisterUse,
  type RowCounts,
  type StationTally,
  type TallyColumns,
} from "./model/tallies";
export type { StationList } from "./model/station-list";
export type { Language } from "./model/locale";
export type { RegionUniverse, StationRegister } from "./model/register";

// Read
export { readTallies, type ReadOptions, type ReadResult } from "./read/read-tallies";
export {
  streamTallies,
  type AnyStream,
  type BlobOfBytes,
  type ByteStream,
  type ReadableBytes,
  type StreamInput,
  type StreamOptions,
} from "./read/stream-tallies";
export type { StopSignal } from "./read/sources";
export type { ReadProgress } from "./read/read-inputs";
export { readRegister } from "./read/read-register";
export type { RegisterOptions } from "./read/register-of";
export type { AnyInput, TallyInput, TallyInputs } from "./read/input";

// Count
export { count, countBy, type CandidateCount, type Count, type RegionCount } from "./count/count";
export type { KnownSum } from "./count/groups";

// Judge
export { judge } from "./judge/judge";
export { explain } from "./judge/explain";
export { checkProof, type ProofCheck } from "./judge/check-proof";
export { exclusions, type Exclusion } from "./judge/exclusions";
export { arithmetic, type ArithmeticCheck } from "./judge/arithmetic";
export {
  roundedCounts,
  roundedPercentages,
  type RoundedCount,
  type RoundingCheck,
} from "./judge/rounding";
export { distances, type CandidateDistance, type ClaimDistance } from "./judge/distance";
export type { Bounds } from "./judge/bounds";
export type { Lead } from "./judge/lead";
export type { Fact, FactKind } from "./judge/lines";
export type { Look, Need } from "./judge/look";
export type { Overlap } from "./judge/overlap";
export type { Premises, Span } from "./judge/premises";
export type { Spread } from "./judge/profile";
export type {
  CompletionProof,
  Proof,
  ProofCondition,
  StationsFigure,
  StationsProof,
} from "./judge/proof";
export type { Remainder } from "./judge/remainder";
export type { FigureKind, Finding, Outcome, RollVerdict, Verdict } from "./judge/verdict";

// Audit: draw sheets to read again in public, and measure what they prove
export {
  makeAuditList,
  type AuditContest,
  type AuditList,
  type AuditListInput,
  type AuditStation,
  type AuditUncovered,
} from "./audit/list";
export { auditListOf, type AuditListOptions } from "./audit/list-of";
export { auditListToCsv, readAuditList } from "./audit/list-csv";
export type { AuditMargin } from "./audit/margins";
export { planAudit, type AuditPlan, type PlannedSheets, type PlanOptions } from "./audit/plan";
export type { AssumedErrors, SheetsNeeded } from "./audit/simulate";
export {
  commitAudit,
  type AuditCommitment,
  type AuditDrawing,
  type AuditMethod,
  type CommitOptions,
} from "./audit/commit";
export { parseAuditCommitment } from "./audit/parse-commitment";
export { drawStations, type AuditDraw, type DrawnSheet, type DrawOptions } from "./audit/draw";
export { drawToCsv, entrySheet } from "./audit/sheets-csv";
export { readEntries, type Entries, type EntryDispute, type EntryFile } from "./audit/entries";
export type { AuditReading, SheetLost, SheetReading } from "./audit/readings";
export { parseVenezuelanQr, type QrReading } from "./audit/venezuelan-qr";
export {
  auditRisk,
  type AuditedMargin,
  type AuditRisk,
  type AuditStep,
  type SheetDifference,
} from "./audit/risk";
export type { Settled } from "./audit/settle";

// Look at a file that nobody has described yet
export { inspect, type Inspection } from "./inspect/inspect";
export type { ColumnProfile } from "./inspect/columns";
export type { Roles } from "./inspect/roles";

// All of it, and what to print
export { verify } from "./verify";
export type { OwnFigures, Verification, VerifyOptions } from "./verification";
export { toText, type TextOptions } from "./report/text";
export { toMarkdown } from "./report/markdown";
export { toHtml, toHtmlFragment, type HtmlOptions, type Picture } from "./report/html";
export { issuesToCsv } from "./report/issues";
export { toJson } from "./report/json/to-json";
export { verificationJsonSchema } from "./report/json/json-schema";
export type { VerificationDocument, Written, WrittenShare } from "./report/json/document";
export { candidatesToCsv, regionsToCsv } from "./report/tables-csv";
export { dataPackage } from "./report/data-package";
export type { DataPackage, DataResource, PackagedTable } from "./report/json/package";
export type { TableField } from "./report/json/tables";
export { charts, type Chart, type ChartOptions, type VegaLiteSpec } from "./report/charts/index";
export {
  auditToHtml,
  auditToMarkdown,
  auditToText,
  type AuditReportOptions,
} from "./report/audit/index";
