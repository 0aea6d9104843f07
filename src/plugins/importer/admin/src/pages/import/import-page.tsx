import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { Banner } from '../../parts/banner';
import { SectionPage } from '../../parts/section-page';
import { useRequest } from '../../requests/use-request';
import { Show } from '../../states/show';
import { useWords } from '../../translations/use-words';
import { OrderForm } from './order/order-form';

/** Looks now and then whether a run goes on. */
const pollAfter = () => 10_000;

/** Where an editor brings pages in. */
export function ImportPage() {
  const say = useWords();
  const options = useRequest('GET /options', {}, { pollAfter });
  return (
    <SectionPage title={say('importer.imports.title')} subtitle={say('importer.imports.subtitle')}>
      <Show requested={options}>
        {(data) => (
          <>
            {data.running !== null && (
              <Banner
                tone="primary"
                action={
                  <Link tag={NavLink} to={`/plugins/importer/runs/${data.running}`}>
                    {say('importer.imports.running.open')}
                  </Link>
                }
              >
                {say('importer.imports.running', { id: data.running })}
              </Banner>
            )}
            <OrderForm options={data} />
          </>
        )}
      </Show>
    </SectionPage>
  );
}
