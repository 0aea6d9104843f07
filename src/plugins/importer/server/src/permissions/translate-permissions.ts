import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PERMISSIONS } from '../../../shared/contracts/permissions';
import { PERMISSION_NAMES } from './permission-names';

/** Where the settings of the roles learn what can be allowed. */
const CONTROLLER = 'admin::permission';

interface Context {
  readonly state: Readonly<Record<string, unknown>>;
  body: unknown;
}

interface Controller {
  getAll(context: Context): Promise<unknown>;
}

interface Controllers {
  extend(uid: string, extension: (controller: Controller) => Controller): void;
}

const reader = z.object({ preferedLanguage: z.enum(['en', 'ru', 'az']) });

const listed = z.looseObject({ action: z.string(), displayName: z.string() });

const answer = z.object({ data: z.looseObject({ sections: z.looseObject({ plugins: z.array(listed) }) }) });

const NAMES = new Map(
  Object.entries(PERMISSIONS).map(([name, action]) => [action as string, PERMISSION_NAMES[name as keyof typeof PERMISSION_NAMES]]),
);

/**
 * Tells people in the language of their panel what roles can allow: the panel shows an action's name as the server tells it, and
 * translates none. Call it in `register`.
 */
export function translatePermissions(strapi: Core.Strapi): void {
  strapi.get<Controllers>('controllers').extend(CONTROLLER, (controller) => ({
    ...controller,
    async getAll(context) {
      await controller.getAll(context);
      const { data: person } = reader.safeParse(context.state['user']);
      const { data: parsed } = answer.safeParse(context.body);
      if (person === undefined || parsed === undefined) return;
      const { sections } = parsed.data;
      const plugins = sections.plugins.map((one) => ({
        ...one,
        displayName: NAMES.get(one.action)?.[person.preferedLanguage] ?? one.displayName,
      }));
      context.body = { data: { ...parsed.data, sections: { ...sections, plugins } } };
    },
  }));
}
