import type { Core } from '@strapi/strapi';
import type { RuleFinding, SiteRule } from '../../../shared/contracts/inbox';
import type { ListPage, PageAsked } from '../../../shared/contracts/list';
import type { CorrectedField } from '../../../shared/contracts/pages';
import { rowsOf } from '../database/rows';
import type { SiteProfile } from '../import/profile';
import { RULE } from './uids';

interface NewRule extends Omit<SiteRule, 'id' | 'at'> {
  /** The run that has imported the first pages by it. */
  readonly run: number | null;
}

/** The rules that people have made of corrections. */
export interface SiteRules {
  /** The newest first: its maker knew the others. */
  list(): Promise<SiteRule[]>;
  /** The same, a page at a time. */
  page(asked: PageAsked): Promise<ListPage<SiteRule>>;
  find(id: number): Promise<SiteRule | null>;
  add(rule: NewRule): Promise<void>;
  remove(id: number): Promise<void>;
  /** Takes back the rules that were made with a run. */
  takeBack(run: number): Promise<void>;
}

interface Row {
  readonly id: number;
  readonly field: CorrectedField;
  readonly finding: RuleFinding;
  readonly page: string;
  readonly by: string;
  readonly at: string | Date;
}

const toRule = ({ id, field, finding, page, by, at }: Row): SiteRule => ({ id, field, finding, page, by, at: new Date(at).toISOString() });

export function createSiteRules(strapi: Core.Strapi): SiteRules {
  const rows = () => rowsOf<Row>(strapi, RULE);
  return {
    list: async () => (await rows().findMany({ orderBy: { id: 'desc' } })).map(toRule),
    async page({ page, pageSize }) {
      const found = await rows().findMany({ orderBy: { id: 'desc' }, limit: pageSize, offset: (page - 1) * pageSize });
      return { items: found.map(toRule), total: await rows().count({}), page, pageSize };
    },
    async find(id) {
      const found = await rows().findOne({ where: { id } });
      return found && toRule(found);
    },
    async add(rule) {
      await rows().create({ data: { ...rule, at: new Date() } });
    },
    async remove(id) {
      await rows().deleteMany({ where: { id } });
    },
    async takeBack(run) {
      await rows().deleteMany({ where: { run } });
    },
  };
}

/** A profile with the rules of the site behind those that it has. Without any it stays as it is, and pages are read as they were. */
export function withRules(profile: SiteProfile, rules: readonly SiteRule[]): SiteProfile {
  if (rules.length === 0) return profile;
  return { ...profile, rules: [...(profile.rules ?? []), ...rules.map(({ field, finding }) => ({ field, finding }))] };
}
