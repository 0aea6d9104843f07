import type { LinkField, Model } from '../model/model';
import type { Models } from '../model/models';
import type { Content, Target } from './content';

interface Visitor {
  /** A component, and the content itself first. */
  readonly part?: (model: Model, content: Content) => void;
  readonly link?: (field: LinkField, target: Target, path: string) => void;
  readonly file?: (id: number, path: string) => void;
}

/** Visits a content and all components in it. */
export function walkContent(models: Models, content: Content, visitor: Visitor, path = ''): void {
  const model = models.get(content.uid);
  visitor.part?.(model, content);
  for (const field of model.relations) {
    for (const target of content.links[field.name] ?? []) visitor.link?.(field, target, `${path}${field.name}`);
  }
  for (const { name } of model.media) {
    for (const id of content.media[name] ?? []) visitor.file?.(id, `${path}${name}`);
  }
  for (const { name, kind } of model.components) {
    for (const [index, component] of (content.components[name] ?? []).entries()) {
      walkContent(models, component, visitor, kind === 'single' ? `${path}${name}.` : `${path}${name}.${index}.`);
    }
  }
}
