import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Problem, ReportedPage, RunReport } from '../plugins/importer/server/src/services/for-commands';
import { answer, answerNow } from './standard-output';
import { collectExamples, type Examples } from './summary/examples';

interface PageReportOptions {
  /** Print one JSON object instead of a summary. */
  readonly json: boolean;
  /** A CSV file that all problems go into. */
  readonly problems: string | undefined;
}

/** What is told of the pages of a run while it goes on: a million of them need not fit into memory. */
export interface PageReport {
  readonly onPage: (page: ReportedPage) => void;
  /** Takes a problem that is of no page. */
  readonly onProblem: (problem: Problem) => void;
  /** Prints the rest: as JSON, or as the summary that is made of the first pages. */
  finish(report: RunReport, summarise: (examples: Examples) => string): Promise<void>;
  /** Ends the JSON of a run that has failed, so that it can be read as far as it came. */
  fail(message: string): Promise<void>;
  close(): Promise<void>;
}

const BEGINNING = '{"pages":[';

const COLUMNS = ['page', 'line', 'rule', 'severity', 'found', 'expected', 'message'];

/** Formulas are told as texts: spreadsheets must not carry out what a page says. */
function openCsv(file: string) {
  const csv = stringify({ header: true, columns: COLUMNS, escape_formulas: true, bom: true });
  const output = createWriteStream(file);
  csv.pipe(output);
  return {
    write: (problem: Problem) => csv.write(problem),
    async close() {
      csv.end();
      await finished(output);
    },
  };
}

export function createPageReport({ json, problems }: PageReportOptions): PageReport {
  const csv = problems === undefined ? null : openCsv(problems);
  const quoted = collectExamples();
  const others: Problem[] = [];
  let told = 0;
  let closed = false;

  /** The end of the object that the pages stand in. */
  const rest = (others: object) => `${told === 0 ? BEGINNING : ''}],${JSON.stringify(others).slice(1)}`;

  return {
    onPage(page) {
      page.problems.forEach((problem) => csv?.write(problem));
      if (json) answerNow(`${told === 0 ? BEGINNING : ','}${JSON.stringify(page)}`);
      told += 1;
      quoted.onPage(page);
    },

    onProblem(problem) {
      csv?.write(problem);
      others.push(problem);
    },

    async finish(report, summarise) {
      const whole = { otherProblems: others, ...report };
      await answer(`${json ? rest(whole) : summarise(quoted.examples)}\n`);
    },

    async fail(message) {
      if (json) await answer(`${rest({ otherProblems: others, failure: message })}\n`);
    },

    async close() {
      if (closed) return;
      closed = true;
      await csv?.close();
    },
  };
}
