import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ImportOptions } from '../../../../shared/contracts/imports';
import { Banner } from '../../parts/banner';
import { SectionPage } from '../../parts/section-page';
import { useRequest } from '../../requests/use-request';
import { Show } from '../../states/show';
import { useWords } from '../../translations/use-words';
import { OrderForm } from './order/order-form';

/** Days as the sentence takes them: none stands for without an end. */
const daysOf = ({ runs, uploads, previews }: ImportOptions['retention']) => ({
  runs: runs ?? 0,
  uploads: uploads ?? 0,
  previews: previews ?? 0,
});

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
            <Typography variant="pi" textColor="neutral600">
              {say('importer.imports.retention', daysOf(data.retention))}
            </Typography>
          </>
        )}
      </Show>
    </SectionPage>
  );
}
