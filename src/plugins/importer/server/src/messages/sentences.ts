import type { Code, Messages } from '../../../shared/contracts/messages';
import { sizeText } from '../import/source/limits';

type Sentences = { readonly [Name in Code]: (values: Messages[Name]) => string };

const fileName = (name: string, why: string) => `A file can't be called ${JSON.stringify(name)}: ${why}`;

const folderRefused = (folder: string, why: string) => `The folder ${JSON.stringify(folder)} can't be imported: ${why}`;

const holding = (holder: string) => (holder === '' ? '' : ` (${holder})`);

const oneAtATime = (seconds: number) => `Only one import can write at a time. Let it end; if it was killed, try again in ${seconds} s.`;

/** All that the server says, in English. */
export const SENTENCES: Sentences = {
  'upload-gone': () => 'There is no such upload. Begin another one',
  'upload-full-files': ({ files }) => `An upload holds ${files} files at most. Bring the rest in with another one, or as an archive`,
  'upload-full-bytes': ({ bytes }) => `An upload holds ${sizeText(bytes)} at most. Bring the rest in with another one, or as an archive`,
  'upload-in-use': () => 'A run reads these files, and needs them as they are. Begin another upload',
  'upload-empty': () => 'There are no files in this upload yet',
  'file-broke-off': () => 'The file broke off',
  'file-unkept': ({ reason }) => `The file can't be kept: ${reason}`,
  'file-and-folder': ({ name }) => `${JSON.stringify(name)} can't be a file and a folder at once`,
  'file-name-path': ({ name }) => fileName(name, 'it must be a path below a folder, with / between its parts'),
  'file-name-long': ({ name }) => fileName(name, 'it is too long'),
  'file-name-windows': ({ name }) => fileName(name, 'Windows has no such files'),

  'folder-outside': ({ folder }) => folderRefused(folder, 'it is not below a folder that the configuration allows'),
  'folder-gone': ({ folder }) => folderRefused(folder, "it is not there, or can't be read"),
  'folder-link': ({ folder }) => folderRefused(folder, 'it is a link that leads out of the folders that the configuration allows'),
  'folder-no-folder': ({ folder }) => folderRefused(folder, 'it is no folder'),
  'folder-unreadable': ({ folder }) => folderRefused(folder, 'the server may not read it'),
  'nothing-to-read': ({ paths }) => `There is nothing that can be read at: ${paths}`,
  'input-not-offered': () => 'Standard input is not offered here',
  'input-too-large': ({ bytes }) => `Standard input holds more than ${sizeText(bytes)}`,
  'input-unkept': ({ reason }) => `Standard input can't be kept: ${reason}`,

  busy: ({ holder, seconds }) => `An import is running${holding(holder)}. ${oneAtATime(seconds)}`,
  'busy-run': ({ run, by, at, holder, seconds }) =>
    `Run ${run}, which ${by} began at ${at}, is running${holding(holder)}. ${oneAtATime(seconds)}`,
  'busy-hanging': ({ holder }) =>
    `An import that was not heard of for a while keeps the database locked${holding(holder)}: it hangs, or was halted. End it, or let it go on, and try again.`,
  'previews-busy': ({ count }) => `${count} previews are being made: let one end, or cancel it`,
  'lease-lost': () => 'Another import has taken over, as this one was not heard of for too long',
  'run-gone': () => 'There is no such run. Previews are kept for a while only',
  'run-not-allowed': ({ run }) => `Your role does not allow to see run ${run}`,
  'run-unknown': ({ run }) => `There is no run ${run}`,
  'run-elsewhere': ({ run, place }) => `Run ${run} is not among the ${place}`,
  'run-over': ({ run, state }) => `Run ${run} can't go on: it is ${state}`,
  'run-cleared': ({ run }) =>
    `Run ${run} can't go on: what it did is not kept any longer. Import the pages again: what is in already stays as it is`,
  'run-from-input': ({ run }) => `The pages of run ${run} came in on standard input, and are not there any more: it can't go on`,
  'not-pausable': ({ run, state }) => `Run ${run} is ${state}: it can't be paused`,
  'not-cancellable': ({ run, state }) => `Run ${run} is ${state}: it can't be cancelled`,
  'preview-not-resumable': () => "A preview can't go on: ask for it again",
  'preview-not-pausable': () => "A preview can't be paused: cancel it, and ask for it again",

  'not-undoable': ({ run }) => `Run ${run} can't be undone: only an import that has ended, and that was not undone before`,
  'undo-unknown': ({ run }) => `There is no run ${run}. --runs lists all`,
  'undo-of-undo': ({ run, undoes }) => `Run ${run} undoes run ${undoes}: only imports can be undone`,
  'undo-of-preview': ({ run }) => `Run ${run} is a preview, which has written nothing: only imports can be undone`,
  'undo-too-late': ({ run, at }) =>
    `Run ${run} could be undone until ${at}: what stood there before is not kept any longer. How long, says IMPORT_UNDO_DAYS`,
  'undone-already': ({ run }) => `Run ${run} has been undone already`,
  'undo-not-allowed': () => 'Who may not undo may not touch an undoing',

  failed: ({ reason }) => `It could not go on: ${reason}. What it has written stands; it can be resumed`,
  'failed-repeatedly': ({ times }) => `The server ended ${times} times before it came any further. It can be resumed`,
  'preview-ended': () => 'The server was started anew before it was through. Ask for it again',

  'page-unknown': ({ run }) => `Run ${run} knows no page of this name`,
  'page-from-input': () => 'The page came in on standard input, which can not be read again.',
  'page-unreadable': ({ found, expected }) => `The page can not be read any more: found ${found}, expected ${expected}.`,
  'page-skipped': ({ kind }) => `The file is ${kind}, which can't be read yet: it was skipped.`,
  'page-without-text': ({ sentence }) => sentence,
  'page-changed': () => 'The page has changed since it was imported. It is shown as it is now.',
  'page-read-since': ({ run, later }) => `This is the text that run ${run} read. Run ${later} has read another one since.`,
  'page-text-replaced': ({ run, later }) =>
    `The text that run ${run} read is gone: the file holds another one since, which run ${later} has read. What run ${run} told of it is shown.`,
  'page-long': () => 'The page is long. Its beginning is shown.',

  'field-empty': () => 'it must not be empty',
  'field-too-long': ({ most, length }) => `it must have at most ${most} characters, and has ${length}`,
  'language-missing': ({ locale, locales }) => `The site does not have the language "${locale}"; it has: ${locales}`,
  'date-unreadable': ({ text }) => `"${text}" can not be read as a date that exists, such as 20.09.2023 08:50`,
  'line-unknown': ({ line }) => `the page has no line ${line}`,
  'selection-outside': ({ line }) => `the selection does not lie within line ${line}`,
  'rule-of-typed': () => 'a typed value is right for this page only: select it on the page, or keep it without a rule',
  'rule-of-inside': () => 'select what stands behind words up to the end of the line, or the whole line',
  'rule-gone': ({ number }) => `There is no rule ${number}`,
  'no-conflict': () => 'The page has no conflict that waits to be settled.',
  'no-conflict-here': () => 'there is no conflict in this field',

  'partner-gone': () => 'This partner link is gone. Load the list again.',
  'partner-order-gone': () => 'A partner link is gone that the new order names. Load the list again.',
  'partner-order-twice': () => 'The new order names a partner link twice.',

  'done-unrecorded': ({ reason }) => `It was done, but the history can't tell of it: ${reason}. Do not repeat it.`,
  'run-unrecorded': ({ run, reason }) => `Run ${run} was started, but the history can't tell of it: ${reason}. Do not repeat it.`,
};
