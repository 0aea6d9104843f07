import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { maySee, useAllowed } from '../requests/use-allowed';
import { useWords, type Word } from '../translations/use-words';

interface Section {
  readonly to: string;
  readonly word: Word;
}

const Nav = styled.nav`
  padding: 0 ${({ theme }) => theme.spaces[4]};
  ${({ theme }) => theme.breakpoints.medium} {
    padding: 0 ${({ theme }) => theme.spaces[6]};
  }
  ${({ theme }) => theme.breakpoints.large} {
    margin-top: -${({ theme }) => theme.spaces[4]};
    padding: 0 ${({ theme }) => theme.spaces[10]};
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    column-gap: ${({ theme }) => theme.spaces[6]};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  a {
    display: block;
    padding: ${({ theme }) => theme.spaces[3]} 0;
    margin-bottom: -1px;
    border-bottom: 2px solid transparent;
    color: ${({ theme }) => theme.colors.neutral600};
    font-weight: 600;
    font-size: 1.4rem;
    text-decoration: none;
  }
  a:hover,
  a.active {
    color: ${({ theme }) => theme.colors.primary700};
  }
  a.active {
    border-bottom-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** Leads between the importer's sections: those that the person may see. */
export function Sections() {
  const say = useWords();
  const may = useAllowed();
  const sections: readonly (Section | false)[] = [
    maySee(may, 'order') && { to: '/plugins/importer/import', word: 'importer.common.section.import' },
    maySee(may, 'history') && { to: '/plugins/importer/runs', word: 'importer.common.section.runs' },
    maySee(may, 'inbox') && { to: '/plugins/importer/inbox', word: 'importer.common.section.inbox' },
    may.partners && { to: '/plugins/importer/partners', word: 'importer.common.section.partners' },
  ];
  return (
    <Nav aria-label={say('importer.common.sections')}>
      <ul>
        {sections.map(
          (section) =>
            section && (
              <li key={section.to}>
                <NavLink to={section.to}>{say(section.word)}</NavLink>
              </li>
            ),
        )}
      </ul>
    </Nav>
  );
}
