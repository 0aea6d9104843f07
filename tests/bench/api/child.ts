import { answerParent } from '../process/answer-parent';
import type { TaskMessage } from './run-task';
import { TASKS } from './tasks';

void answerParent(async (message) => {
  const { task, request } = message as TaskMessage;
  const perform = await TASKS[task]();
  return perform(request as never);
});
