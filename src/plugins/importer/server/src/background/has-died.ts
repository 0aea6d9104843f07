import type { Core } from '@strapi/strapi';
import { isDead, isHere, readHolder } from '../store/lease/holder';
import { runningNow } from '../store/lease/lease';
import { createRuns, type KeptRun, RECORDED } from '../store/runs';

/** Nobody waits for a preview as long as that, and where its node is gone, nobody ends it. */
const LONGEST_PREVIEW_MS = 24 * 60 * 60 * 1000;

type Known = Pick<KeptRun, 'id' | 'kind' | 'state' | 'holder' | 'startedAt'>;

/** Whether there is a process, on whichever node, that carries out a run. Of a preview on another node nothing is certain for a day. */
async function isAlive(strapi: Core.Strapi, run: Known): Promise<boolean> {
  if (run.state !== 'running') return false;
  if (RECORDED.includes(run.kind)) {
    const now = await runningNow(strapi);
    return now !== null && (now.run === null || now.run === run.id);
  }
  const holder = readHolder(run.holder ?? '');
  if (holder === null || isDead(holder)) return false;
  return isHere(holder) || Date.parse(run.startedAt) > Date.now() - LONGEST_PREVIEW_MS;
}

/** Whether a run is said to be running, and nobody carries it out. One that ended between the two looks has not died. */
export async function hasDied(strapi: Core.Strapi, run: Known): Promise<boolean> {
  if (run.state !== 'running' || (await isAlive(strapi, run))) return false;
  return (await createRuns(strapi).find(run.id))?.state === 'running';
}
