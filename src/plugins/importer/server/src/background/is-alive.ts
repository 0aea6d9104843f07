import type { Core } from '@strapi/strapi';
import { isDead, readHolder } from '../store/lease/holder';
import { runningNow } from '../store/lease/lease';
import { type KeptRun, RECORDED } from '../store/runs';

/** Whether there is a process, on whichever node, that carries out a run. Of a preview on another node nothing is certain. */
export async function isAlive(strapi: Core.Strapi, run: Pick<KeptRun, 'id' | 'kind' | 'state' | 'holder'>): Promise<boolean> {
  if (run.state !== 'running') return false;
  if (RECORDED.includes(run.kind)) {
    const now = await runningNow(strapi);
    return now !== null && (now.run === null || now.run === run.id);
  }
  const holder = readHolder(run.holder ?? '');
  return holder !== null && !isDead(holder);
}
