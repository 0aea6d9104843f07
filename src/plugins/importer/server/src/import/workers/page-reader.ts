import { blocksOf } from '../blocks';
import { describeStory } from '../plan/describe-story';
import { heldStory, tellStory } from '../plan/story-fields';
import { isError } from '../problem';
import type { SiteProfile } from '../profile';
import { faultOf } from '../source/fault';
import type { Content } from '../source/found';
import { LIMITS } from '../source/limits';
import { readFileNow } from '../source/read-file-now';
import { sketchOf } from '../near-duplicates/sketch';
import type { LearntSite } from '../survey/learn-site';
import { isWhole } from '../story';
import { createRecogniser, type Recognition } from '../recognise/recogniser';
import { pageHash } from './page-hash';
import type { PageTask, ReadPage } from './page-task';

/** All that a reader must know, in whichever thread. Plain data. */
export interface ReaderOptions {
  readonly profile: SiteProfile;
  readonly learnt: LearntSite;
  /** Whether the bytes of pages with errors are handed on. */
  readonly keepFaulty?: boolean;
  /** Whether stories are to be shown to people: by blocks, and with the lines that they come from. */
  readonly shows?: boolean;
}

/** Reads one page. @throws Error for a task without file and content. */
export type PageReader = (task: PageTask) => ReadPage;

function contentOf({ name, file, content }: PageTask): Content {
  if (content !== undefined) return content;
  if (file === undefined) throw new Error(`The task of ${name} says neither file nor content`);
  try {
    return readFileNow(file, LIMITS.page);
  } catch (cause) {
    return faultOf(cause);
  }
}

/** Makes the function that reads pages: bytes, hash, story, sketch. */
export async function createPageReader({ profile, learnt, keepFaulty = false, shows = false }: ReaderOptions): Promise<PageReader> {
  const recogniser = await createRecogniser(profile, learnt, shows);

  const toCarry = ({ story, ...recognition }: Recognition) => {
    const { body, provenance, confidence } = story;
    const carried = tellStory(story);
    // People see what was recognised, whatever is written of it.
    const held = shows ? carried : heldStory(carried, profile.articles);
    return { ...recognition, story: held, shown: shows ? { body: [...blocksOf(body)], provenance, confidence } : null };
  };

  return (task) => {
    const { name, path, knownHash } = task;
    const content = contentOf(task);
    if (!(content instanceof Uint8Array)) {
      const recognition = recogniser.unreadable({ name, path }, content);
      return { name, path, pageHash: null, recognition: { prints: null, sketch: null, bytes: null, ...toCarry(recognition) } };
    }
    const hash = pageHash(content);
    if (hash === knownHash) return { name, path, pageHash: hash, recognition: null };

    const given = task.given?.pageHash === hash ? task.given.fields : undefined;
    const recognition = recogniser.recognise({ name, path, bytes: content }, given);
    const bytes = keepFaulty && recognition.problems.some(isError) ? content : null;
    const carried = toCarry(recognition);
    const prints = isWhole(carried.story) ? describeStory(carried.story, profile.articles) : null;
    const sketch = sketchOf(recognition.story.body.map(({ text }) => text));
    return { name, path, pageHash: hash, recognition: { prints, sketch, bytes, ...carried } };
  };
}
