import az from './az.json';
import en from './en.json';
import azInterface from './interface/az.json';
import ruInterface from './interface/ru.json';
import ru from './ru.json';

/** Our own words by locale, and in `interface/` what Strapi lacks: in Azerbaijani what editors meet most, in Russian gaps. */
export const translations = { en, ru: { ...ruInterface, ...ru }, az: { ...azInterface, ...az } };
