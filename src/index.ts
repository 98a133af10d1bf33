/**
 * For Node, browsers and notebooks: reading, judging, reports, and all the rest that needs no files.
 *
 * @module tallyproof
 */

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
export type { Issue, IssueCode, IssueSeverity } from "./model/issue";
export { ISSUE_CODES } from "./words/issues-en";
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
export { readTallies, type ReadOptions } from "./read/read-tallies";
export type { ReadResult } from "./read/result";
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
export type { ProofOf } from "./judge/check-tallies";
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
export type { TotalLook } from "./judge/look-total";
export type { Overlap } from "./judge/overlap";
export type { Premises, Span } from "./judge/premises";
export type { Spread } from "./judge/profile";
export type {
  CompletionProof,
  Proof,
  ProofCondition,
  StationsFigure,
  StationsPart,
  StationsProof,
} from "./judge/proof";
export type { PlaceNumbers, Remainder } from "./judge/remainder";
export type { FigureKind, Finding, Outcome, RollVerdict, Verdict } from "./judge/verdict";

// Reconcile
export { reconcile, type ReconcileOptions } from "./reconcile/reconcile";
export type {
  LoneStation,
  Reconciliation,
  StationsBeside,
  Transcription,
} from "./reconcile/reconcile";
export type { CountDifference, Place, StationDifference } from "./reconcile/differences";
export type { ClaimOutcome, View, ViewName } from "./reconcile/effect";
export type { CountKind, SheetKind } from "./reconcile/kinds";
export type { NearKeys } from "./reconcile/near-keys";
export {
  reconcileAll,
  type Dispute,
  type Dissent,
  type Majority,
  type Proofreading,
  type Reading,
} from "./reconcile/majority";
export {
  lincolnPetersen,
  type ErrorEstimate,
  type FoundErrors,
} from "./reconcile/lincoln-petersen";
export { rollUp, type RegionRollUp, type RollUp, type RollUpDifference } from "./reconcile/roll-up";

export {
  differencesToCsv,
  reconciliationToHtml,
  reconciliationToJson,
  reconciliationToMarkdown,
  reconciliationToText,
  type Reconciled,
  type ReconcileOutputOptions,
} from "./report/reconcile/outputs";

// Estimate
export { estimate, type Envelope, type Estimate, type EstimateOptions } from "./estimate/estimate";
export type { Assumed, Assumption } from "./estimate/assumptions";
export type { ClaimBeside } from "./estimate/beside";
export type { SampledShare, Sampling } from "./estimate/sampling";
export type { StratumSize } from "./estimate/sizes";
export {
  arrivals,
  arrivalsByTime,
  type Arrivals,
  type Batch,
  type RegionArrival,
} from "./estimate/arrivals";
export { ratioEstimate, type RatioEstimate, type RatioSample } from "./estimate/ratio";
export { tippingPoint, type TippingFigure, type TippingPoint } from "./estimate/tipping-point";
export {
  estimateToHtml,
  estimateToJson,
  estimateToMarkdown,
  estimateToText,
  type EstimateOutputOptions,
} from "./report/estimate/outputs";
export type { Collapse } from "./estimate/design";
// Forensics: anomalies with a known false-alarm rate
export {
  forensics,
  forensicStudy,
  type DescribedStatistic,
  type Forensics,
  type ForensicStudy,
  type ForensicTest,
} from "./forensics/forensics";
export { parseForensicPlan } from "./forensics/plan";
export {
  forensicsToHtml,
  forensicsToJson,
  forensicsToMarkdown,
  forensicsToText,
  type ForensicOutputOptions,
} from "./report/forensics/outputs";
export { simulateElection, type SimulationOptions } from "./forensics/simulate";
export { tamper, type Tampering, type TamperOptions } from "./forensics/tamper";
export type { FingerprintCell, ForensicData } from "./forensics/data";
export type { DescribedKind, DescribedOutcome } from "./forensics/describe";
export type { Lack, Member, Subject, TestKind } from "./forensics/family";
export type { ForensicFlag, SheetPlace } from "./forensics/flags";
export type { FalseAlarms } from "./forensics/rates";
export type { Ground, Replicate } from "./forensics/replicate";
export type { Effect } from "./forensics/run";
export type {
  ForensicFilters,
  ForensicPlan,
  ForensicSettings,
  ForensicsOptions,
} from "./forensics/settings";
export type { TieRule } from "./forensics/tests/percentages";
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
export { estimateCharts } from "./report/charts/estimate";
export { forensicCharts } from "./report/charts/forensics";
export {
  auditToHtml,
  auditToMarkdown,
  auditToText,
  type AuditReportOptions,
} from "./report/audit/index";
