import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { SiteRule } from '../../../../shared/contracts/inbox';
import { recordWith } from '../../history/record-with';
import { refuse } from '../../messages/refuse';
import { createSiteRules } from '../../store/site-rules';
import type { PanelUser } from '../../history/person';

/** Removes a rule, and keeps who did. @throws errors.NotFoundError when it is gone. */
export async function removeRule(strapi: Core.Strapi, number: number, user: PanelUser): Promise<SiteRule> {
  const rules = createSiteRules(strapi);
  const rule = await rules.find(number);
  if (rule === null) throw refuse(errors.NotFoundError, 'rule-gone', { number });
  const action = { user, action: 'remove-rule', run: null, about: `${rule.field}: ${rule.page}` } as const;
  await recordWith(strapi, action, () => rules.remove(number));
  return rule;
}
