import { Flex, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { NavLink } from 'react-router-dom';
import { SectionPage } from '../../parts/section-page';
import { explorer, formsOf, useContentTypes } from '../../requests/content-types';
import { useRequest } from '../../requests/use-request';
import { Empty } from '../../states/empty';
import { Show } from '../../states/show';
import { useWords } from '../../translations/use-words';
import { PartnerList } from './partner-list';
import { SiteLink } from './site-link';

/** Whether the signed-in user may create and update partner links. */
function useMayChangePartners(): { readonly create: boolean; readonly update: boolean } {
  const { partner } = useContentTypes();
  const { allowedActions: may } = useRBAC(useMemo(() => explorer(partner, 'create', 'update'), [partner]));
  return { create: may.canCreate === true, update: may.canUpdate === true };
}

/** `/partners`: the partner links as readers see them, in their order. */
export function PartnersPage() {
  const say = useWords();
  const requested = useRequest('GET /partners', {});
  const may = useMayChangePartners();
  const { partner: type } = useContentTypes();
  const add = may.create && type !== null && (
    <LinkButton tag={NavLink} to={`${formsOf(type)}/create`} startIcon={<Plus aria-hidden />}>
      {say('importer.partners.add')}
    </LinkButton>
  );
  const actions = (
    <Flex gap={4} wrap="wrap">
      <SiteLink />
      {add}
    </Flex>
  );
  return (
    <SectionPage title={say('importer.partners.title')} subtitle={say('importer.partners.subtitle')} actions={actions}>
      <Show requested={requested}>
        {(partners) =>
          partners.length === 0 ? (
            <Empty title={say('importer.partners.none')} action={add}>
              {say('importer.partners.none-hint')}
            </Empty>
          ) : (
            <PartnerList partners={partners} mayChange={may.update} />
          )
        }
      </Show>
    </SectionPage>
  );
}
