/*
 * What a command line needs before there is a Strapi, and beside the services: errors, checks, the default profile and types. It imports
 * this, `recognise`, and the types of the services, and nothing else of the server.
 */
export { reasonOf } from '../database/database-fault';
export { failureOf } from '../import/failure';
export { DATE_ORDERS, type DateOrder, DEFAULT_PROFILE, type SiteProfile } from '../import/profile';
export { checkPaths } from '../import/source/check-paths';
export { SourceError } from '../import/source/source-error';
export { BusyError, type Status, UndoError } from '../import/store';
export type { Conflict } from '../import/plan/plan-entry';
export type { Problem } from '../import/problem';
export type { NearDuplicates } from '../import/report/near-duplicates';
export type { ReportedPage, RunReport, SiteChange } from '../import/report/run-report';
export type { RuleSummary } from '../import/report/tally';
export type { UndoneEntry, UndoReport } from '../import/undo/undo-report';
