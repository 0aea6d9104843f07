import { Flex, Typography } from '@strapi/design-system';
import { FormattedDisplayName } from 'react-intl';

/** The locale that is listed, and below it the others that the document also has, each named in the editor's language. */
export function LocaleCell({ locales }: { readonly locales: readonly string[] }) {
  return (
    <Flex direction="column" alignItems="flex-start">
      {locales.map((locale, index) => (
        <Typography key={locale} {...(index === 0 ? { textColor: 'neutral800' } : { textColor: 'neutral600', variant: 'pi' })}>
          <FormattedDisplayName type="language" value={locale} />
        </Typography>
      ))}
    </Flex>
  );
}
