import type { Permission } from '../../../shared/contracts/permissions';

/** What can be allowed, as Strapi's roles show it, in the languages of the panel. */
export const PERMISSION_NAMES: Readonly<Record<Permission, { readonly en: string; readonly ru: string; readonly az: string }>> = {
  view: {
    en: 'See imports, their pages and the inbox',
    ru: 'Видеть импорты, их страницы и список на проверку',
    az: 'İdxalları, səhifələrini və yoxlama siyahısını görmək',
  },
  preview: {
    en: 'Upload pages and preview an import',
    ru: 'Загружать страницы и смотреть предпросмотр импорта',
    az: 'Səhifələri yükləmək və idxalın önbaxışına baxmaq',
  },
  run: {
    en: 'Upload pages, import, pause, go on and cancel',
    ru: 'Загружать страницы, импортировать, ставить на паузу, продолжать и отменять',
    az: 'Səhifələri yükləmək, idxal etmək, fasilə vermək, davam etdirmək və ləğv etmək',
  },
  correct: {
    en: 'Correct pages and settle conflicts',
    ru: 'Исправлять страницы и решать расхождения',
    az: 'Səhifələri düzəltmək və ziddiyyətləri həll etmək',
  },
  undo: { en: 'Undo imports', ru: 'Откатывать импорты', az: 'İdxalları geri almaq' },
};
