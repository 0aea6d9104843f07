import { makeZip } from './make-archive';
import { pageText } from './page-text';

const TAIL = ['Наши партнёры', 'Пекарня у маяка', 'Лента новостей', 'Предыдущие новости'];
/** Two pages that tell something of their own, one that lacks its date, and one that tells what the first does. */
export const PAGES = {
  '1.txt': pageText({ tail: TAIL }),
  '2.txt': pageText({ title: 'Мост закрыт на день', meta: '7 06.06.2021 11:00 Город A A', tail: TAIL }),
  '3.txt': pageText({ title: 'Паром отменён до утра', meta: null, tail: TAIL }),
  '4.txt': pageText({ tail: TAIL }),
};

export const zipOf = (pages: Readonly<Record<string, string>>) =>
  makeZip(Object.entries(pages).map(([name, content]) => ({ name, content })));
