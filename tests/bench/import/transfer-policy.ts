import { type engine, strapi as providers } from '@strapi/data-transfer';

/** Strapi leaves administrators, their roles and the like out of its exports and imports. */
export const isLeftOut: (uid: string) => boolean = providers.isIgnoredOfficialTransferType;

/** The filters that the commands `strapi export` and `strapi import` give to the engine. */
export const TRANSFORMS: engine.ITransferEngineOptions['transforms'] = {
  links: [{ filter: ({ left, right }) => !isLeftOut(left.type) && !isLeftOut(right.type) }],
  entities: [{ filter: ({ type }) => !isLeftOut(type) }],
};
